package org.mkbackup.launcher.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.failure.UsageException;

/**
 * Where {@code omd backup} writes to. A file appears under its name, and replaces one of that name,
 * only when it is complete and synced; until then it is a hidden one beside it, mode 0600.
 */
public abstract sealed class ArchiveDestination implements AutoCloseable {
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private ArchiveDestination() {}

  /** Standard output, unless that is a terminal. */
  public static ArchiveDestination standardOutput() {
    if (Boolean.getBoolean("mkbackup.stdout.terminal")) {
      throw new UsageException(
          "An archive can't be written to a terminal", "Name a file, or redirect the output");
    }
    return new Direct(Streams.outBytes());
  }

  /** A file to be made or replaced; what is no regular file, such as a tape, is written to. */
  public static ArchiveDestination file(Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A pipe without a reader is opened when there is one.
        return new Direct(
            Channels.newOutputStream(
                Interruptible.call(() -> FileChannel.open(file, StandardOpenOption.WRITE))));
      }
      Path absolute = file.toAbsolutePath();
      Path hidden =
          absolute.resolveSibling(
              "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      Files.deleteIfExists(hidden);
      FileChannel channel =
          FileChannel.open(
              hidden, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), PRIVATE);
      return new Replacing(absolute, hidden, channel);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static TargetException failed(Path file, IOException e) {
    return new TargetException(
        "Can't write the archive " + file + ": " + reason(e),
        "Check the directory, its rights and its room",
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(e.getMessage());
  }

  /** What the archive is written to; whoever takes it closes it. */
  public abstract OutputStream stream();

  /** The archive is complete. */
  public abstract void commit();

  @Override
  public abstract void close();

  private static final class Direct extends ArchiveDestination {
    private final OutputStream stream;

    Direct(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public OutputStream stream() {
      return stream;
    }

    @Override
    public void commit() {}

    @Override
    public void close() {}
  }

  private static final class Replacing extends ArchiveDestination {
    private final Path file;
    private final Path hidden;
    private final FileChannel channel;

    Replacing(Path file, Path hidden, FileChannel channel) {
      this.file = file;
      this.hidden = hidden;
      this.channel = channel;
    }

    @Override
    public OutputStream stream() {
      return new SyncedOutput(channel, file);
    }

    @Override
    public void commit() {
      Uninterrupted.run(this::publish);
    }

    private void publish() {
      try {
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw failed(file, e);
      }
      forceDirectory();
    }

    /* Some can't be, on network file systems, or read; the archive is in its place by now. */
    private void forceDirectory() {
      try (FileChannel directory = FileChannel.open(file.resolveSibling("."))) {
        directory.force(true);
      } catch (IOException unsupported) {
        return;
      }
    }

    @Override
    public void close() {
      Uninterrupted.run(this::discard);
    }

    private void discard() {
      try {
        channel.close();
        Files.deleteIfExists(hidden);
      } catch (IOException e) {
        throw failed(hidden, e);
      }
    }
  }

  private static final class SyncedOutput extends OutputStream {
    private final FileChannel channel;
    private final OutputStream stream;
    private final Path file;

    SyncedOutput(FileChannel channel, Path file) {
      this.channel = channel;
      this.stream = Channels.newOutputStream(channel);
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        stream.write(bytes, offset, length);
      } catch (IOException e) {
        throw failed(file, e);
      }
    }

    @Override
    public void close() {
      if (!channel.isOpen()) {
        return;
      }
      try {
        channel.force(true);
        channel.close();
      } catch (IOException e) {
        throw failed(file, e);
      }
    }
  }
}
