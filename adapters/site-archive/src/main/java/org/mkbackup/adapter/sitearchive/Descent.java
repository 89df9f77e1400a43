package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.mkbackup.domain.text.RawName;

/**
 * The directories that lead to the file at hand, each held, so that no symlink is followed on the
 * way, nor one that takes a directory's place meanwhile. As files come depth first, each directory
 * is opened about once.
 */
final class Descent implements AutoCloseable {
  private record Step(String below, Held directory) {}

  private final LinuxCalls system;
  private final Held top;
  private final Deque<Step> steps = new ArrayDeque<>();

  /**
   * Begins at a directory.
   *
   * @param top absolute and real
   */
  Descent(LinuxCalls system, Path top) throws IOException {
    this.system = system;
    this.top = Held.directory(system, top);
  }

  /** A directory below the top; valid until the next call. */
  Held directory(String below) throws IOException {
    while (!steps.isEmpty() && !leadsTo(steps.peek().below, below)) {
      steps.pop().directory.close();
    }
    while (!here().equals(below)) {
      int begin = here().isEmpty() ? 0 : here().length() + 1;
      int slash = below.indexOf('/', begin);
      int end = slash < 0 ? below.length() : slash;
      Path next = RawName.resolve(last().path(), below.substring(begin, end));
      steps.push(new Step(below.substring(0, end), Held.directory(system, next)));
    }
    return last();
  }

  /** A file in its directory, whether it is there or not; valid until the next call. */
  Path path(String below) throws IOException {
    int slash = below.lastIndexOf('/');
    Held parent = directory(slash < 0 ? "" : below.substring(0, slash));
    return RawName.resolve(parent.path(), below.substring(slash + 1));
  }

  @Override
  public void close() {
    while (!steps.isEmpty()) {
      steps.pop().directory.close();
    }
    top.close();
  }

  private static boolean leadsTo(String directory, String below) {
    return below.equals(directory) || below.startsWith(directory + "/");
  }

  private String here() {
    Step last = steps.peek();
    return last == null ? "" : last.below;
  }

  private Held last() {
    Step last = steps.peek();
    return last == null ? top : last.directory;
  }
}
