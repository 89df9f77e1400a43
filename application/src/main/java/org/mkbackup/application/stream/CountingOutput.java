package org.mkbackup.application.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and digests what passes to the stream below, which is closed with this one. */
public final class CountingOutput extends OutputStream {
  private final OutputStream sink;
  private final MessageDigest digest;
  private long count;

  public CountingOutput(OutputStream sink) {
    this.sink = sink;
    this.digest = Md5.digest();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    sink.write(bytes, offset, length);
    digest.update(bytes, offset, length);
    count += length;
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  public long count() {
    return count;
  }

  /** The MD5 digest of all that passed, lower-case hexadecimal. To be asked once, at the end. */
  public String md5() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
