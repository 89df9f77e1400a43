package org.mkbackup.adapter.accounts;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;

/**
 * The file {@code /etc/fstab}. It is replaced atomically and durably, by one process at a time, and
 * keeps its owner and mode. A symlink in its place is followed, and stays. Where there is no such
 * file, as in containers, there is none afterwards.
 */
final class MountTable {
  private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private final Path file;
  private final Path lock;

  /**
   * The table in a file.
   *
   * @param lock held while the table is changed; in a directory where only root can hold it
   */
  MountTable(Path file, Path lock) {
    this.file = file;
    this.lock = lock;
  }

  void add(Set<String> places, String line) {
    change(table -> table.hasTmpfs(places) ? table : table.with(line));
  }

  void remove(Set<String> places) {
    change(table -> table.without(places));
  }

  private synchronized void change(UnaryOperator<MountTableText> change) {
    if (Files.notExists(file)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(lock, Set.of(CREATE, WRITE, NOFOLLOW_LINKS), FOR_OWNER)) {
      channel.lock();
      Path real = file.toRealPath();
      MountTableText before =
          new MountTableText(Files.readString(real, StandardCharsets.ISO_8859_1));
      MountTableText after = change.apply(before);
      if (!after.equals(before)) {
        replace(real, after);
      }
    } catch (IOException e) {
      throw new SiteException(
          "The mount table " + file + " can't be changed: " + SystemReason.of(e),
          "Run this as root, and see that its file system is writable and not full",
          e);
    }
  }

  private static void replace(Path real, MountTableText text) throws IOException {
    Path fresh = real.resolveSibling("." + real.getFileName() + ".mkbackup");
    Files.deleteIfExists(fresh);
    try {
      write(fresh, text, Files.readAttributes(real, PosixFileAttributes.class));
      Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    try (FileChannel directory = FileChannel.open(real.resolveSibling(""), READ)) {
      directory.force(true);
    }
  }

  private static void write(Path fresh, MountTableText text, PosixFileAttributes like)
      throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), FOR_OWNER)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.raw().getBytes(StandardCharsets.ISO_8859_1));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
      view.setOwner(like.owner());
      view.setGroup(like.group());
      view.setPermissions(like.permissions());
      channel.force(true);
    }
  }
}
