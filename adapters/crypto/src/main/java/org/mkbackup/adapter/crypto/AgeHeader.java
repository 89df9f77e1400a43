package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyReader;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.AuthenticationKey;

/**
 * The head of an age file: the file key, wrapped for each recipient, a MAC of that, and a nonce.
 */
final class AgeHeader {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int NONCE = 16;
  private static final String DAMAGED =
      "It was changed or damaged after it was made: restore another backup";

  private final byte[] bytes;
  private final CipherKey payload;
  private final AuthenticationKey authentication;

  private AgeHeader(byte[] bytes, CipherKey payload, AuthenticationKey authentication) {
    this.bytes = bytes;
    this.payload = payload;
    this.authentication = authentication;
  }

  /** As it is stored. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** What the chunks are sealed with. */
  CipherKey payload() {
    return payload;
  }

  AuthenticationKey authentication() {
    return authentication;
  }

  /** A new file key, for these recipients. */
  static AgeHeader make(List<RecipientStanzaWriter> recipients) throws GeneralSecurityException {
    Noted noted = new Noted();
    List<RecipientStanzaWriter> writers = new ArrayList<>(recipients);
    writers.add(
        key -> {
          noted.note(key);
          return List.of();
        });
    ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
    try {
      CipherKey payload = new StandardPayloadKeyWriter().writeFileHeader(buffer, writers);
      byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
      return new AgeHeader(bytes, payload, noted.authentication());
    } catch (IOException e) {
      throw new GeneralSecurityException(e.getMessage(), e);
    }
  }

  /**
   * Reads the header, and not a byte more.
   *
   * @throws UnsupportedRecipientStanzaException if it isn't for this reader
   * @throws ArchiveException if it is damaged, or none
   */
  static AgeHeader read(InputStream sealed, RecipientStanzaReader reader)
      throws IOException, GeneralSecurityException {
    byte[] bytes = bytes(sealed);
    Noted noted = new Noted();
    RecipientStanzaReader noting = stanzas -> noted.note(reader.getFileKey(stanzas));
    try {
      CipherKey payload =
          new StandardPayloadKeyReader().getPayloadKey(ByteBuffer.wrap(bytes), List.of(noting));
      return new AgeHeader(bytes, payload, noted.authentication());
    } catch (UnsupportedRecipientStanzaException e) {
      throw e;
    } catch (GeneralSecurityException | RuntimeException e) {
      // The library's decoders throw various ones at a header that is none.
      throw new ArchiveException("The sealed archive has no good age header", DAMAGED, e);
    }
  }

  private static byte[] bytes(InputStream sealed) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    String line;
    do {
      line = line(sealed, header);
    } while (!line.startsWith("---"));
    byte[] nonce = sealed.readNBytes(NONCE);
    if (nonce.length < NONCE) {
      throw cut();
    }
    header.writeBytes(nonce);
    return header.toByteArray();
  }

  private static String line(InputStream sealed, ByteArrayOutputStream header) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = sealed.read(); next != '\n'; next = sealed.read()) {
      if (next < 0) {
        throw cut();
      }
      if (header.size() >= MOST_BYTES) {
        throw new ArchiveException("The sealed archive has no good age header", DAMAGED);
      }
      header.write(next);
      line.append((char) next);
    }
    header.write('\n');
    return line.toString();
  }

  private static ArchiveException cut() {
    return new ArchiveException(
        "The sealed archive ends within its header", "It was cut off: restore another backup");
  }

  /** The library keeps the file key to itself; who wraps or unwraps it sees it for a moment. */
  private static final class Noted {
    private @Nullable AuthenticationKey authentication;

    FileKey note(FileKey key) {
      byte[] bytes = key.getEncoded();
      authentication = HmacKey.derive(bytes);
      Arrays.fill(bytes, (byte) 0);
      return key;
    }

    AuthenticationKey authentication() {
      if (authentication == null) {
        throw new IllegalStateException("The header was made without its file key");
      }
      return authentication;
    }
  }
}
