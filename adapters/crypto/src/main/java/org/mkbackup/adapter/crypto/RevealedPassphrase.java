package org.mkbackup.adapter.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Passphrase;

/**
 * A passphrase in the forms that Bouncy Castle takes it in, for as long as it is at work. What
 * counts are always its bytes in UTF-8, as OpenSSL gets them from a terminal or a file.
 */
final class RevealedPassphrase implements AutoCloseable {
  private static final int MOST_BYTES = 3;

  private final char[] characters;
  private final char[] bytes;

  RevealedPassphrase(Passphrase passphrase) {
    characters = passphrase.reveal();
    byte[] utf8 = new byte[characters.length * MOST_BYTES];
    ByteBuffer encoded = ByteBuffer.wrap(utf8);
    CoderResult result =
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
    bytes = new char[encoded.position()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (char) (utf8[i] & 0xff);
    }
    Arrays.fill(utf8, (byte) 0);
    if (result.isError()) {
      close();
      throw new KeyException(
          "The passphrase is no valid Unicode text", "Check how the terminal encodes it");
    }
  }

  /** For schemes whose implementation encodes characters in UTF-8, or by a rule of its own. */
  char[] characters() {
    return characters;
  }

  /** For schemes whose implementation takes the lower half of each character as a byte. */
  char[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
    Arrays.fill(bytes, '\0');
  }
}
