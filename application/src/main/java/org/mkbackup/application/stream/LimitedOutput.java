package org.mkbackup.application.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets no more than so many bytes a second pass to the stream below, which is closed with this. */
public final class LimitedOutput extends OutputStream {

  /** How a thread waits: {@link Thread#sleep}, but for tests. */
  public interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  private static final int MOST_AT_ONCE = 64 * 1024;
  private static final Duration LONGEST_BURST = Duration.ofSeconds(1);

  private final OutputStream sink;
  private final long bytesPerSecond;
  private final Clock clock;
  private final Pause pause;
  private Instant due;

  public LimitedOutput(OutputStream sink, long bytesPerSecond, Clock clock, Pause pause) {
    this.sink = sink;
    this.bytesPerSecond = bytesPerSecond;
    this.clock = clock;
    this.pause = pause;
    due = clock.instant();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    for (int from = offset; from < end; from += MOST_AT_ONCE) {
      int part = Math.min(MOST_AT_ONCE, end - from);
      sink.write(bytes, from, part);
      waitFor(part);
    }
  }

  /* Time that was not used is lost, but for a second of it. */
  private void waitFor(int written) throws InterruptedIOException {
    Instant now = clock.instant();
    Instant earliest = now.minus(LONGEST_BURST);
    due = due.isBefore(earliest) ? earliest : due;
    // What was due has been waited for: only a clock that was set back says otherwise.
    due = due.isAfter(now) ? now : due;
    due = due.plusNanos(written * 1_000_000_000L / bytesPerSecond);
    if (due.isAfter(now)) {
      try {
        pause.sleep(Duration.between(now, due));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Stopped while it waited for its share of the bandwidth");
      }
    }
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
