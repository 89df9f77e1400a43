package org.mkbackup.application.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.run.StageTime;

/**
 * Counts and digests what passes to the stream below, which is closed with this one. Digests and
 * writing have threads of their own.
 */
public final class CountingOutput extends OutputStream {
  private final MessageDigest md5 = Digests.md5();
  private final MessageDigest sha256 = Digests.sha256();
  private final StagedOutput lanes;
  private long count;

  public CountingOutput(OutputStream sink, Clock clock) {
    lanes =
        new StagedOutput(
            sink,
            List.of(
                new Lane("MD5", md5::update, clock),
                new Lane("SHA-256", sha256::update, clock),
                new Lane("writing", sink::write, clock)));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    lanes.write(bytes, offset, length);
    count += length;
  }

  @Override
  public void flush() throws IOException {
    lanes.flush();
  }

  @Override
  public void close() throws IOException {
    lanes.close();
  }

  /** What was stored, under a name. To be asked once, when this was closed without a failure. */
  public StoredArchive stored(String name) {
    return new StoredArchive(name, count, Digests.hex(md5), Optional.of(Digests.hex(sha256)));
  }

  /** How long each thread was at work; to be asked when this is closed. */
  public List<StageTime> times() {
    return lanes.times();
  }
}
