package org.mkbackup.adapter.backupmk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Puts new content in the place of a file: written beside it, synced, renamed, and the directory
 * synced. At every instant the old file or the new one stands there whole.
 *
 * <p>The new file has the old one's owner, group and permissions, as far as these are allowed at
 * all; where there was none, 0660 unless told otherwise. It is never more open than that, from the
 * first moment.
 */
final class Replacement {
  private static final Set<PosixFilePermission> OF_A_NEW_FILE =
      PosixFilePermissions.fromString("rw-rw----");

  private final Path path;
  private final Path temporary;
  private final Set<PosixFilePermission> most;
  private final Set<PosixFilePermission> fresh;

  /**
   * @param most the permissions that the file may have at most
   */
  Replacement(Path path, Set<PosixFilePermission> most) {
    this(path, most, OF_A_NEW_FILE);
  }

  /** Of a file that always has the same permissions, at most. */
  static Replacement exactly(Path path, Set<PosixFilePermission> permissions) {
    return new Replacement(path, permissions, permissions);
  }

  private Replacement(Path path, Set<PosixFilePermission> most, Set<PosixFilePermission> fresh) {
    this.path = path;
    // Backups of Checkmk leave out what is named like this.
    this.temporary =
        path.resolveSibling("." + Objects.requireNonNull(path.getFileName()) + ".new-mkbackup");
    this.most = most;
    this.fresh = fresh;
  }

  /** Not for several writers at a time: they share the temporary file. */
  void write(byte[] content) throws IOException {
    Files.deleteIfExists(temporary);
    try {
      writeTemporary(content);
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    try (FileChannel directory = FileChannel.open(path.toAbsolutePath().resolveSibling("."))) {
      directory.force(true);
    }
  }

  private void writeTemporary(byte[] content) throws IOException {
    boolean replaces = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(
        replaces ? Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS) : fresh);
    permissions.retainAll(most);
    try (FileChannel file =
        FileChannel.open(
            temporary,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(permissions))) {
      PosixFileAttributeView made = view(temporary);
      if (replaces) {
        keepOwner(made);
      }
      // What the umask took away.
      made.setPermissions(permissions);
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
  }

  /* Group first: who gives the file away may not be allowed to change it any more. */
  private void keepOwner(PosixFileAttributeView made) throws IOException {
    PosixFileAttributes old = view(path).readAttributes();
    PosixFileAttributes now = made.readAttributes();
    if (!now.group().equals(old.group())) {
      made.setGroup(old.group());
    }
    if (!now.owner().equals(old.owner())) {
      made.setOwner(old.owner());
    }
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
