package org.mkbackup.adapter.logfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.text.RawName;

/**
 * A log file. It is opened for each call, so that nothing of it stands in the way of a tree that is
 * exchanged, and its directory is never made: one that is missing is on its way there or back.
 *
 * <p>All lines of a call go to the file's end in one write, which keeps processes apart.
 */
final class LogFile implements LogSink {
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
  private static final FileAttribute<?> MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));

  private final Path file;
  private final SetAside setAside;
  private final long most;

  LogFile(Path file, Rotation rotation) {
    this.file = file;
    this.setAside = new SetAside(file, rotation.kept());
    this.most = rotation.bytes();
  }

  @Override
  public void append(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String text = lines.stream().map(LogLine::of).collect(Collectors.joining());
    try {
      append(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SiteException(
          "Can't write the log " + RawName.forPeople(file) + ": " + SystemReason.of(e),
          "Make it writable, and see that there is room for it",
          e);
    }
  }

  private void append(byte[] text) throws IOException {
    requireRegular();
    if (isFullWith(text.length)) {
      setAside.run(() -> isFullWith(text.length));
    }
    try (FileChannel channel = FileChannel.open(file, OPTIONS, MODE)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  /* To open a pipe that nobody reads would never end. */
  private void requireRegular() throws IOException {
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isRegularFile()) {
        throw new FileSystemException(file.toString(), null, "It is not a regular file");
      }
    } catch (NoSuchFileException none) {
      // It is made, or was set aside right now.
    }
  }

  private boolean isFullWith(long more) throws IOException {
    try {
      long size = Files.size(file);
      return size > 0 && size + more > most;
    } catch (NoSuchFileException none) {
      return false;
    }
  }
}
