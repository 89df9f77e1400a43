package org.mkbackup.application.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.SystemReason;

/**
 * Remembers that the appliance was a node of a cluster when its restore began: once its
 * configuration is replaced, nothing else tells that to a restore that is called again. The file's
 * name is one that a restore doesn't remove.
 */
final class ClusterMark {
  private final Path file;

  /** Keeps it beside the state file of the restore. */
  ClusterMark(Path stateFile) {
    this.file = stateFile.resolveSibling(stateFile.getFileName() + ".cluster");
  }

  boolean isSet() {
    return Files.exists(file);
  }

  void set() {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(
          file, "", StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw failure("made", e);
    }
  }

  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failure("removed", e);
    }
  }

  private ApplianceException failure(String what, IOException e) {
    return new ApplianceException(
        file + " can't be " + what + ": " + SystemReason.of(e), "Check its file system", e);
  }
}
