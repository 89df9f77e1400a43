package org.mkbackup.adapter.sitehome;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The disk as it is. */
final class UnixDisk implements Disk {
  private final LinuxCalls calls;

  UnixDisk(LinuxCalls calls) {
    this.calls = calls;
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    Files.createDirectory(directory, mode("rwx------"));
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Uninterrupted.call(
        () -> {
          Set<OpenOption> options =
              Set.of(CREATE, TRUNCATE_EXISTING, WRITE, LinkOption.NOFOLLOW_LINKS);
          try (FileChannel channel = FileChannel.open(file, options, mode("rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
              channel.write(buffer);
            }
            channel.force(true);
            return file;
          }
        });
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public boolean exchange(Path one, Path other) throws IOException {
    return calls.exchange(one, other);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /* The time can only be set while the owner may read. */
  @Override
  public void apply(Path directory, DirectoryState state) throws IOException {
    if (isModeSet(directory, state.opened().mode())) {
      Files.setLastModifiedTime(directory, state.modified());
      Files.setAttribute(directory, "unix:mode", state.mode());
    }
  }

  private static boolean isModeSet(Path directory, int mode) throws IOException {
    try {
      Files.setAttribute(directory, "unix:mode", mode);
      return true;
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw e;
    } catch (FileSystemException e) {
      // Not permitted: it is somebody else's.
      return false;
    }
  }

  @Override
  public void sync(Path directory) throws IOException {
    Uninterrupted.call(
        () -> {
          try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
            return directory;
          }
        });
  }

  @Override
  public void syncFileSystem(Path directory) throws IOException {
    calls.syncFileSystem(directory);
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
