package org.mkbackup.launcher.console;

import java.io.Console;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.host.SecretVariables;
import org.mkbackup.domain.key.Passphrase;

/** Takes passwords of file servers from {@code MKBACKUP_MOUNT_PASSWORD} or from the terminal. */
public final class MountPasswordReader {
  private static final String VARIABLE = SecretVariables.MOUNT_PASSWORD;

  private final Map<String, String> environment;
  private final Optional<Console> console;

  public MountPasswordReader(Map<String, String> environment, Optional<Console> console) {
    this.environment = environment;
    this.console = console;
  }

  /** The password of a user; empty if it is neither set nor can be asked for. */
  public Optional<Passphrase> ask(String user) {
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(text -> !text.isEmpty())
        .map(String::toCharArray)
        .or(() -> console.map(terminal -> terminal.readPassword("Password of %s: ", user)))
        .map(MountPasswordReader::wrapped);
  }

  private static Passphrase wrapped(char[] secret) {
    Passphrase password = Passphrase.of(secret);
    Arrays.fill(secret, '\0');
    return password;
  }
}
