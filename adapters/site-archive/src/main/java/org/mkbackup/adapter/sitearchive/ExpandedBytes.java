package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is in an archive, expanded ahead of its reader on a thread of its own once {@link
 * #readAhead} was called. A fixed number of parts is under way, some of them with those who still
 * use what the reader has taken.
 */
final class ExpandedBytes implements AutoCloseable {
  private static final int PARTS = 8;
  private static final int TOLD_AFTER_MILLIS = 50;

  private final SourceBytes source;
  private final ReadBuffer stored;
  private final ExpandingInput input;
  private final BlockingQueue<Expanded> free = new LinkedBlockingQueue<>();
  private final BlockingQueue<Expanded> filled = new LinkedBlockingQueue<>();
  private volatile boolean stopping;
  private @Nullable Thread thread;
  private Expanded current = new Expanded(free);

  ExpandedBytes(SourceBytes source, ReadBuffer stored, ExpandingInput input) {
    this.source = source;
    this.stored = stored;
    this.input = input;
    free.add(new Expanded(free));
  }

  void readAhead() {
    for (int i = 2; i < PARTS; i++) {
      free.add(new Expanded(free));
    }
    thread = new Thread(this::run, "expanding");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      boolean last = false;
      while (!last && !stopping) {
        Expanded part = free.take();
        if (!stopping) {
          part.fill(input);
          last = part.isLast();
          filled.add(part);
        }
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /**
   * Reads until so many bytes are there to look at; false if the archive ends before.
   *
   * @param count at most {@link Expanded#LOOK_AHEAD}
   */
  boolean has(int count) {
    while (current.bytes().remaining() < count) {
      if (current.isAtEnd()) {
        return false;
      }
      next();
    }
    return true;
  }

  /** What is there, as far as it wasn't taken; to take some, its position is moved. */
  ByteBuffer bytes() {
    return current.bytes();
  }

  /** Whose {@link #bytes} these are: who uses them after the next read shares it. */
  Expanded part() {
    return current;
  }

  private void next() {
    Interrupts.check();
    current.check();
    Expanded before = current;
    current = following();
    current.check();
    current.follow(before);
    before.giveBack();
    source.report();
  }

  private Expanded following() {
    if (thread == null) {
      Expanded next = free.remove();
      next.fill(input);
      return next;
    }
    try {
      return filled.take();
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    }
  }

  /**
   * Reads to the end of what is stored, once the tar itself has ended. The compressed member at
   * hand is checked to its end; what comes behind it is junk.
   */
  void drain() {
    while (!current.isChecked()) {
      current.bytes().position(current.bytes().limit());
      next();
    }
    stopping = true;
    free.add(current); // wakes the thread
    if (!join()) {
      throw Interrupts.stopped();
    }
    source.tellBySelf();
    stored.drain();
  }

  /* Whether it ended by itself; an interrupt of the waiting thread is passed on to it. */
  private boolean join() {
    boolean byItself = true;
    Thread running = thread;
    while (running != null && running.isAlive()) {
      try {
        // What still comes may be slow, and is told of meanwhile.
        running.join(TOLD_AFTER_MILLIS);
        source.report();
      } catch (InterruptedException e) {
        byItself = false;
        running.interrupt();
      }
    }
    return byItself;
  }

  @Override
  public void close() {
    stopping = true;
    if (thread != null) {
      thread.interrupt();
    }
    if (!join()) {
      Thread.currentThread().interrupt();
    }
    input.close();
  }
}
