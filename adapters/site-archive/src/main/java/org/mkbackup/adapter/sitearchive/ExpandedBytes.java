package org.mkbackup.adapter.sitearchive;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is compressed in an archive, expanded ahead of its reader on a thread of its own once {@link
 * #readAhead} was called. A fixed number of buffers is under way.
 */
final class ExpandedBytes implements ByteSupply, AutoCloseable {
  private static final int PARTS = 4;

  private final ReadBuffer stored;
  private final ExpandingInput input;
  private final BlockingQueue<Expanded> free = new ArrayBlockingQueue<>(PARTS);
  private final BlockingQueue<Expanded> filled = new ArrayBlockingQueue<>(PARTS);
  private volatile boolean stopping;
  private @Nullable Thread thread;
  private Expanded current = new Expanded();

  ExpandedBytes(ReadBuffer stored, ExpandingInput input) {
    this.stored = stored;
    this.input = input;
  }

  void readAhead() {
    for (int i = 1; i < PARTS; i++) {
      free.add(new Expanded());
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

  @Override
  public int read(byte[] bytes, int offset, int length) {
    while (current.isEmpty()) {
      if (current.isAtEnd()) {
        return -1;
      }
      next();
    }
    return current.take(bytes, offset, length);
  }

  private void next() {
    current.check();
    if (thread == null) {
      current.fill(input);
    } else {
      free.add(current);
      try {
        current = filled.take();
      } catch (InterruptedException e) {
        throw Interrupts.stopped();
      }
    }
    current.check();
  }

  /** Checks the member at hand to its end; what comes behind it is junk. */
  @Override
  public void drain() {
    while (!current.isChecked()) {
      next();
    }
    stopping = true;
    free.add(current);
    if (!join()) {
      throw Interrupts.stopped();
    }
    stored.drain();
  }

  /* Whether it ended by itself; an interrupt of the waiting thread is passed on to it. */
  private boolean join() {
    boolean byItself = true;
    Thread running = thread;
    while (running != null && running.isAlive()) {
      try {
        running.join();
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
