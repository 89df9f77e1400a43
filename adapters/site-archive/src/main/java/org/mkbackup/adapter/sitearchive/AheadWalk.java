package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.mkbackup.domain.run.StageTime;

/**
 * Walks through a tree on a thread of its own, and reads small files on the way: opening a file
 * takes longer than reading it. A fixed number of batches is under way.
 */
final class AheadWalk implements AutoCloseable {
  private static final int BATCHES = 4;

  /** A walk that tells what it finds. */
  interface Walk {
    void visit(Consumer<SiteFile> visitor) throws IOException;
  }

  private final Walk walk;
  private final FileOpener opener;
  private final BlockingQueue<ReadBatch> free = new ArrayBlockingQueue<>(BATCHES);
  /* An interrupt makes one batch more, for the end. */
  private final BlockingQueue<ReadBatch> filled = new ArrayBlockingQueue<>(BATCHES + 1);
  private final Thread thread = new Thread(this::run, "reader");
  private ReadBatch current = new ReadBatch();
  private long waited;
  private long took;

  AheadWalk(Walk walk, FileOpener opener) {
    this.walk = walk;
    this.opener = opener;
    for (int i = 1; i < BATCHES; i++) {
      free.add(new ReadBatch());
    }
    thread.setDaemon(true);
  }

  /** Visits all that is found, in the order of the walk; fails as the walk does. */
  void forEach(Consumer<ReadFile> visitor) throws IOException {
    thread.start();
    ReadBatch batch = next();
    while (!batch.isLast()) {
      batch.files().forEach(visitor);
      free.add(batch);
      batch = next();
    }
    batch.files().forEach(visitor);
    batch.checkEnd();
  }

  private ReadBatch next() {
    try {
      return filled.take();
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    }
  }

  private void run() {
    long began = System.nanoTime();
    try {
      walk.visit(this::found);
      current.endWith(null);
    } catch (IOException | RuntimeException | Error e) {
      current.endWith(e);
    }
    took = System.nanoTime() - began;
    filled.add(current);
  }

  private void found(SiteFile file) {
    current.add(file, opener);
    if (current.isFull()) {
      filled.add(current);
      long began = System.nanoTime();
      try {
        current = free.take();
      } catch (InterruptedException e) {
        current = new ReadBatch();
        throw Interrupts.stopped();
      } finally {
        waited += System.nanoTime() - began;
      }
      current.clear();
    }
  }

  /** To be asked when all was visited. */
  StageTime time() {
    return new StageTime("reading", Duration.ofNanos(took - waited), Duration.ofNanos(waited));
  }

  /** Ends the thread, whatever there is left to find. */
  @Override
  public void close() {
    thread.interrupt();
    Interrupts.awaitEnd(thread);
  }
}
