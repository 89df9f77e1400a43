package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.io.InputStream;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.run.Progress;

/** The archive as it is stored. */
final class SourceBytes implements AutoCloseable {
  private final InputStream source;
  private Progress progress = Progress.silent();
  private volatile long total;
  private long told;
  private boolean byHand;

  SourceBytes(InputStream source) {
    this.source = source;
  }

  /** From now on tells how much was read, beginning with what was read before. */
  void tell(Progress listener) {
    progress = listener;
    told = 0;
    report();
  }

  /** From now on another thread than the reader tells how much was read, by {@link #report}. */
  void tellByHand(Progress listener) {
    byHand = true;
    tell(listener);
  }

  /** From now on no other thread reads, and what is read is told at once. */
  void tellBySelf() {
    report();
    byHand = false;
  }

  /** Tells what was read since the last call. */
  void report() {
    long now = total;
    progress.advanced(now - told);
    told = now;
  }

  /**
   * Reads at least one byte. Whatever fails is said in the domain's words.
   *
   * @return how many bytes were read, or -1 at the end
   */
  int read(byte[] bytes, int offset, int length) {
    Interrupts.check();
    int read;
    try {
      read = source.read(bytes, offset, length);
    } catch (IOException e) {
      throw failed(e);
    }
    if (read > 0) {
      count(read);
    }
    return read;
  }

  /* Only one thread reads at a time. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count(int read) {
    total += read;
    if (!byHand) {
      report();
    }
  }

  /** Reads to the end, where what is stored is checked. */
  void drain() {
    byte[] scratch = new byte[64 * 1024];
    int read = 0;
    while (read >= 0) {
      read = read(scratch, 0, scratch.length);
    }
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static ArchiveException failed(IOException e) {
    Interrupts.check(e);
    return new ArchiveException("The archive can't be read: " + SystemReason.of(e), "", e);
  }
}
