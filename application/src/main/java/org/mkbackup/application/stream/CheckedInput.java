package org.mkbackup.application.stream;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;

/**
 * Compares size and digest of a stored archive with its manifest while it is read: reading its end
 * fails with an {@link ArchiveException} if they differ.
 */
public final class CheckedInput extends InputStream {
  private final InputStream source;
  private final StoredArchive expected;
  private final MessageDigest digest = Md5.digest();
  private long count;
  private boolean checked;

  public CheckedInput(InputStream source, StoredArchive expected) {
    this.source = source;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = source.read(bytes, offset, length);
    if (read > 0) {
      digest.update(bytes, offset, read);
      count += read;
    } else if (read < 0 && !checked) {
      check();
      checked = true;
    }
    return read;
  }

  private void check() {
    if (count != expected.size()) {
      throw new ArchiveException(
          expected.name() + " has " + count + " bytes, but its manifest says " + expected.size(),
          "Restore another backup");
    }
    if (!HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(expected.md5())) {
      throw new ArchiveException(
          expected.name() + " has another MD5 digest than its manifest says",
          "It was changed or damaged after it was made: restore another backup");
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
