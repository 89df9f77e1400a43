package org.mkbackup.launcher.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.SystemReason;

/**
 * Sees to it that root does only what root has written: settings name programs. Neither the file
 * nor any directory on its way may be another user's, or be written to by others.
 */
final class RootsFile {
  private static final int WRITABLE_BY_OTHERS = 0022;
  private static final int STICKY = 01000;

  private RootsFile() {}

  /** Refuses a file that others than root could have written, if this process is root's. */
  static void require(Path file) {
    try {
      if (!isRoots(Path.of("/proc/self"))) {
        return;
      }
      Path real = file.toRealPath();
      requireOnlyRoot(file, real);
      for (Path way : new Path[] {real, file.toAbsolutePath()}) {
        for (Path each = way.getParent(); each != null; each = each.getParent()) {
          requireOnlyRoot(file, each);
        }
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "The settings can't be read: " + file + ": " + SystemReason.of(e), "", e);
    }
  }

  private static void requireOnlyRoot(Path file, Path each) throws IOException {
    int mode = (int) Files.getAttribute(each, "unix:mode");
    // In such a directory nobody can replace what is another's.
    boolean isShared = Files.isDirectory(each) && (mode & STICKY) != 0;
    if (!isRoots(each) || (!isShared && (mode & WRITABLE_BY_OTHERS) != 0)) {
      throw new ConfigurationException(
          "Root does not read the settings in "
              + file
              + ": "
              + (each.equals(file) ? "it" : each.toString())
              + " can be written to by others",
          "Give it to root, and take the right to write from all others");
    }
  }

  private static boolean isRoots(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid").equals(0);
  }
}
