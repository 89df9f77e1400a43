package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.text.RawName;

/**
 * The directory that a target is.
 *
 * @param mountPoint whether it is one only while something is mounted there
 */
record TargetDirectory(Path path, boolean mountPoint) {
  private static final Set<PosixFilePermission> PROBE_MODE =
      PosixFilePermissions.fromString("rw-------");
  private static final byte[] PROBE = {'\n'};

  /** Opens it, which also has an automounter mount it, and sees whether it is what it should be. */
  Folder open() {
    Folder folder = existing();
    boolean good = false;
    try {
      if (mountPoint && !MountPoints.contain(path)) {
        throw new TargetException(
            "Nothing is mounted at the target directory " + name(),
            "Mount it, or say in the target that it is no mount point");
      }
      good = true;
      return folder;
    } catch (IOException e) {
      throw SystemSays.cannot("look at", path, e);
    } finally {
      if (!good) {
        close(folder);
      }
    }
  }

  private Folder existing() {
    try {
      return Folder.open(path);
    } catch (NoSuchFileException e) {
      throw new TargetException(
          "The target directory " + name() + " does not exist",
          "Create it, or correct the target's path",
          e);
    } catch (NotDirectoryException e) {
      throw new TargetException(
          "The target " + name() + " is not a directory", "Correct the target's path", e);
    } catch (IOException e) {
      throw SystemSays.cannot("open the target directory", path, e);
    }
  }

  private void close(Folder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      throw SystemSays.cannot("close", path, e);
    }
  }

  /** Writes a file into it, and removes it. */
  void checkWritable() {
    try (Folder folder = open()) {
      String probe = ".mkbackup-" + UUID.randomUUID();
      try (FileChannel channel = folder.makeFile(probe, PROBE_MODE)) {
        channel.write(ByteBuffer.wrap(PROBE));
      } finally {
        if (folder.look(probe).isPresent()) {
          folder.removeFile(probe);
        }
      }
    } catch (IOException e) {
      throw SystemSays.cannot("write to the target directory", path, e);
    }
  }

  /** How many bytes this user can still write there; empty: the file system doesn't tell. */
  OptionalLong room() {
    try (Folder folder = open()) {
      FileStore volume = Files.getFileStore(folder.path());
      return volume.getTotalSpace() > 0
          ? OptionalLong.of(volume.getUsableSpace())
          : OptionalLong.empty();
    } catch (IOException untold) {
      return OptionalLong.empty();
    }
  }

  private String name() {
    return RawName.forPeople(path);
  }
}
