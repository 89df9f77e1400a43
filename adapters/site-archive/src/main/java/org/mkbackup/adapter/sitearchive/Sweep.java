package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/** Removes what should not be in a tree. */
final class Sweep {
  private final LinuxCalls system;
  private final Predicate<String> untouched;
  private final Predicate<String> wanted;
  private final RunLog log;

  /**
   * Sweeps with two brooms.
   *
   * @param untouched what stays with all below it, and isn't even looked at
   * @param wanted what stays, but not all that is in it
   */
  Sweep(LinuxCalls system, Predicate<String> untouched, Predicate<String> wanted, RunLog log) {
    this.system = system;
    this.untouched = untouched;
    this.wanted = wanted;
    this.log = log;
  }

  /** Removes what is in a directory and should not be; true if nothing is left in it. */
  boolean clear(Held directory, String below) throws IOException {
    boolean empty = true;
    for (String name : TreeWalk.namesIn(directory.path())) {
      Interrupts.check();
      String child = below.isEmpty() ? name : below + "/" + name;
      empty &= !untouched.test(child) && isGone(RawName.resolve(directory.path(), name), child);
    }
    return empty;
  }

  /** Removes a file, or a directory with what is in it; false if it or something in it stays. */
  boolean isGone(Path path, String below) throws IOException {
    try {
      boolean stays = wanted.test(below);
      if (Inode.of(path).isDirectory()) {
        try (Held directory = Held.directory(system, path)) {
          stays |= !clear(directory, below);
        }
      }
      if (stays) {
        return false;
      }
      Files.delete(path);
      log.verbose(Damage.quote(below) + " is removed");
    } catch (NoSuchFileException e) {
      // Somebody else was faster.
    }
    return true;
  }
}
