package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks down a tree on two threads: a directory before those in it, in no other order. */
final class ParallelWalk extends CountedCompleter<Void> {
  private static final long serialVersionUID = 1L;
  private static final int THREADS = 2;

  /** What is done with each directory; both threads call it. */
  interface Visit {
    /**
     * Visits a directory.
     *
     * @param next to be told the directories to visit as well
     */
    void visit(Path directory, Consumer<Path> next) throws IOException;
  }

  private final transient Path directory;
  private final transient Visit visit;

  private ParallelWalk(@Nullable ParallelWalk around, Path directory, Visit visit) {
    super(around);
    this.directory = directory;
    this.visit = visit;
  }

  /** Returns after the last visit, or fails with the first failure of one. */
  static void down(Path top, Visit visit) throws IOException {
    ForkJoinPool threads = new ForkJoinPool(THREADS);
    try {
      threads.invoke(new ParallelWalk(null, top, visit));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      threads.shutdown();
    }
  }

  @Override
  public void compute() {
    try {
      visit.visit(directory, this::goInto);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tryComplete();
  }

  private void goInto(Path next) {
    addToPendingCount(1);
    new ParallelWalk(this, next, visit).fork();
  }
}
