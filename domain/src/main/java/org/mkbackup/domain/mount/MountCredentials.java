package org.mkbackup.domain.mount;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Passphrase;

/**
 * Who logs on to a file server. The caller closes the password.
 *
 * @param user without a domain; none of {@code , / \ % : =}, which mean something else there
 * @param password one line, not empty; never shown
 */
public record MountCredentials(String user, Passphrase password) {
  private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}\\s,/\\\\%:=]{1,256}");
  private static final int LONGEST_PASSWORD = 512;

  public MountCredentials {
    if (!USER.matcher(user).matches()) {
      throw new UsageException(
          "'" + user + "' is no user of a file server",
          "Give the bare name, and its domain by the option domain=NAME");
    }
    char[] secret = password.reveal();
    boolean isLine = new String(secret).chars().noneMatch(Character::isISOControl);
    Arrays.fill(secret, '\0');
    if (!isLine || password.length() == 0 || password.length() > LONGEST_PASSWORD) {
      throw new UsageException(
          "The password of '" + user + "' is empty, too long, or not one line",
          "Use up to " + LONGEST_PASSWORD + " characters without control characters");
    }
  }
}
