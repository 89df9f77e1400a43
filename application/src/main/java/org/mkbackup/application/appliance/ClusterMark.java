package org.mkbackup.application.appliance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.SystemReason;

/**
 * Remembers that the appliance was a node of a cluster when its restore began, and whether the
 * traces of that are wiped: once its configuration is replaced, nothing else tells that to a
 * restore that is called again. The file's name is one that a restore doesn't touch.
 */
final class ClusterMark {
  private static final String WIPED = "wiped\n";

  private final Path file;

  /** Keeps it beside the state file of the restore. */
  ClusterMark(Path stateFile) {
    this.file = stateFile.resolveSibling(stateFile.getFileName() + ".cluster");
  }

  Path file() {
    return file;
  }

  boolean isSet() {
    return Files.exists(file);
  }

  boolean isWiped() {
    try {
      return isSet() && Files.readString(file).equals(WIPED);
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  void set() {
    if (!isSet()) {
      write("");
    }
  }

  void setWiped() {
    write(WIPED);
  }

  private void write(String text) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(
          file,
          text,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      syncDirectory();
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  void clear() {
    try {
      if (Files.deleteIfExists(file)) {
        syncDirectory();
      }
    } catch (IOException e) {
      throw failure("removed", e);
    }
  }

  private void syncDirectory() throws IOException {
    try (FileChannel directory =
        FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private ApplianceException failure(String what, IOException e) {
    return new ApplianceException(
        file + " can't be " + what + ": " + SystemReason.of(e), "Check its file system", e);
  }
}
