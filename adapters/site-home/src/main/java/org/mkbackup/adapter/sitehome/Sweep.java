package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Removes what is in a directory, and goes on where something can't be removed. Symlinks are
 * removed, not followed.
 */
final class Sweep {

  /** What becomes of an entry. */
  enum Fate {
    GOES,
    /** A directory that stays, while its content goes. */
    IS_EMPTIED,
    /** Stays with its content, as it should. */
    STAYS,
    /** Stays, though it should go. */
    IS_IN_THE_WAY
  }

  /** Decides about entries. */
  interface Judge {
    Fate judge(Path entry);
  }

  /** Of directories in each other: more would need more room on the stack than a thread has. */
  private static final int MOST_DEPTH = 1500;

  private final Judge judge;
  private int depth;
  private long removed;
  private long left;
  private Optional<String> firstLeft = Optional.empty();

  Sweep(Judge judge) {
    this.judge = judge;
  }

  /** Removes an entry, if it is to go; says whether it did. */
  boolean sweep(Path entry) {
    Fate fate = judge.judge(entry);
    if (fate == Fate.IS_IN_THE_WAY) {
      leave(entry, "Something is mounted there");
    }
    if (fate == Fate.STAYS || fate == Fate.IS_IN_THE_WAY) {
      return false;
    }
    boolean empty = !Names.isDirectory(entry) || removeBelow(entry);
    return fate == Fate.GOES && empty && isDeleted(entry);
  }

  /** Removes what is in a directory; says whether all of it went. */
  boolean empty(Path directory) {
    removeFiles(directory);
    return removeBelow(directory);
  }

  /* What is left then are directories, and what can't be removed: it is tried again, and told of. */
  private void removeFiles(Path top) {
    try {
      ParallelWalk.down(top, this::removeFilesIn);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void removeFilesIn(Path directory, Consumer<Path> next) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        Fate fate = judge.judge(entry);
        if (!Names.isDirectory(entry)) {
          if (fate == Fate.GOES) {
            Files.deleteIfExists(entry);
          }
        } else if (fate == Fate.GOES || fate == Fate.IS_EMPTIED) {
          next.accept(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException left) {
      // Left for the second time.
    }
  }

  private boolean removeBelow(Path directory) {
    if (depth == MOST_DEPTH) {
      leave(directory, "It is too deep in other directories");
      return false;
    }
    depth++;
    try {
      open(directory);
      boolean empty = removeAll(directory);
      // A file system may pass over names in a listing from which others are removed meanwhile.
      while (empty && !isEmpty(directory)) {
        long before = removed;
        empty = removeAll(directory) && removed > before;
      }
      return empty;
    } catch (IOException e) {
      leave(directory, Failures.reason(e));
      return false;
    } finally {
      depth--;
    }
  }

  /* The directories come after the listing is closed, so that depth doesn't cost open files. */
  private boolean removeAll(Path directory) throws IOException {
    boolean all = true;
    List<Path> directories = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (Names.isDirectory(entry)) {
          directories.add(entry);
        } else {
          all &= sweep(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    for (Path entry : directories) {
      all &= sweep(entry);
    }
    return all;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      return !entries.iterator().hasNext();
    }
  }

  private static void open(Path directory) throws IOException {
    DirectoryState state = DirectoryState.of(directory);
    if (!state.opened().equals(state)) {
      Files.setAttribute(directory, "unix:mode", state.opened().mode());
    }
  }

  private boolean isDeleted(Path entry) {
    try {
      Files.deleteIfExists(entry);
      removed++;
      return true;
    } catch (IOException e) {
      leave(entry, Failures.reason(e));
      return false;
    }
  }

  private void leave(Path entry, String reason) {
    left++;
    if (firstLeft.isEmpty()) {
      String name = RawName.forPeople(entry);
      firstLeft = Optional.of(reason.startsWith(name) ? reason : name + ": " + reason);
    }
  }

  /** Tells in one line what was left that should have gone. */
  void report(Path top, RunLog log) {
    firstLeft.ifPresent(
        first ->
            log.warn(
                "Not all of "
                    + RawName.forPeople(top)
                    + " could be removed ("
                    + left
                    + (left == 1 ? " entry" : " entries")
                    + "): "
                    + first));
  }
}
