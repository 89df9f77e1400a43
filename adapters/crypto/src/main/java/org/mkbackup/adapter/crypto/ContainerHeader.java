package org.mkbackup.adapter.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.KeyMaker;

/**
 * The head of a container of version 2: {@code 2}, NUL, the length of the wrapped key in decimal
 * digits, NUL, the wrapped key, NUL. The sealed content follows, to the end of the stream.
 */
final class ContainerHeader {
  private static final int LONGEST_WRAPPED_KEY = KeyMaker.MOST_BITS / Byte.SIZE;
  private static final int MOST_DIGITS = 4;
  private static final String NOT_SEALED = "Check that it is the archive of a sealed backup";
  private static final String DAMAGED = "It is damaged: restore another backup";

  private ContainerHeader() {}

  static byte[] of(byte[] wrappedKey) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes("2\0".getBytes(StandardCharsets.US_ASCII));
    header.writeBytes((wrappedKey.length + "\0").getBytes(StandardCharsets.US_ASCII));
    header.writeBytes(wrappedKey);
    header.write(0);
    return header.toByteArray();
  }

  /** Reads the header, and not a byte more; returns the wrapped key. */
  static byte[] read(InputStream sealed) throws IOException {
    requireVersion2(number(sealed, "container version", NOT_SEALED));
    int length = number(sealed, "length of the wrapped key", DAMAGED);
    if (length == 0 || length > LONGEST_WRAPPED_KEY) {
      throw new ArchiveException(
          "The sealed archive says that its wrapped key has " + length + " bytes", DAMAGED);
    }
    byte[] wrappedKey = sealed.readNBytes(length);
    if (wrappedKey.length < length) {
      throw cut();
    }
    if (next(sealed) != 0) {
      throw new ArchiveException("The sealed archive's wrapped key doesn't end with NUL", DAMAGED);
    }
    return wrappedKey;
  }

  private static void requireVersion2(int version) {
    if (version == 1) {
      throw new ArchiveException(
          "The sealed archive has container version 1, which can't be restored",
          "Only betas before March 2017 wrote it: restore a newer backup");
    }
    if (version != 2) {
      throw new ArchiveException(
          "The sealed archive has the unknown container version " + version,
          "Version 2 is supported: restore it with the program that made it");
    }
  }

  private static int number(InputStream sealed, String what, String hint) throws IOException {
    int value = 0;
    for (int digits = 0; digits <= MOST_DIGITS; digits++) {
      int next = next(sealed);
      if (next == 0 && digits > 0) {
        return value;
      }
      if (next < '0' || next > '9') {
        break;
      }
      value = value * 10 + next - '0';
    }
    throw new ArchiveException("The sealed archive has no legible " + what, hint);
  }

  private static int next(InputStream sealed) throws IOException {
    int next = sealed.read();
    if (next < 0) {
      throw cut();
    }
    return next;
  }

  private static ArchiveException cut() {
    return new ArchiveException(
        "The sealed archive ends within its header", "It was cut off: restore another backup");
  }
}
