package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Removes files of a tree on two threads, so that a {@link Sweep} finds little more than
 * directories. What can't be removed here can't be there either, and is told of then.
 */
final class FilesFirst extends CountedCompleter<Void> {
  private static final long serialVersionUID = 1L;
  private static final int THREADS = 2;

  private final transient Path directory;
  private final transient Sweep.Judge judge;

  private FilesFirst(@Nullable FilesFirst around, Path directory, Sweep.Judge judge) {
    super(around);
    this.directory = directory;
    this.judge = judge;
  }

  static void remove(Path top, Sweep.Judge judge) {
    ForkJoinPool threads = new ForkJoinPool(THREADS);
    try {
      threads.invoke(new FilesFirst(null, top, judge));
    } finally {
      threads.shutdown();
    }
  }

  @Override
  public void compute() {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        remove(entry);
      }
    } catch (IOException | DirectoryIteratorException left) {
      // The sweep tries again.
    }
    tryComplete();
  }

  private void remove(Path entry) throws IOException {
    Sweep.Fate fate = judge.judge(entry);
    if (!Names.isDirectory(entry)) {
      if (fate == Sweep.Fate.GOES) {
        Files.deleteIfExists(entry);
      }
    } else if (fate == Sweep.Fate.GOES || fate == Sweep.Fate.IS_EMPTIED) {
      addToPendingCount(1);
      new FilesFirst(this, entry, judge).fork();
    }
  }
}
