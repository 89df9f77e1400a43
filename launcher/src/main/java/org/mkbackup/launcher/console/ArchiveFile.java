package org.mkbackup.launcher.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.failure.ArchiveException;

/**
 * An archive in a file. Streams that are open at the same time read the very same file, whatever
 * has taken its name since the first of them was opened.
 */
final class ArchiveFile implements ArchiveSource {
  private final Path file;
  private Optional<FileChannel> channel = Optional.empty();
  private int streams;

  ArchiveFile(Path file) {
    this.file = file;
  }

  @Override
  public synchronized InputStream open() {
    boolean isRegular = canBeReadAgain();
    FileChannel opened = channel.orElseGet(this::openChannel);
    if (!isRegular) {
      return new ChannelInput(opened);
    }
    channel = Optional.of(opened);
    streams++;
    return new Positioned(opened);
  }

  private FileChannel openChannel() {
    if (Files.isDirectory(file)) {
      throw new ArchiveException(file + " is a directory", "Name an archive");
    }
    try {
      // A pipe without a writer is opened when there is one.
      return Interruptible.call(() -> FileChannel.open(file));
    } catch (NoSuchFileException e) {
      throw new ArchiveException("There is no archive " + file, "Check its name", e);
    } catch (IOException e) {
      throw new ArchiveException(
          "Can't open the archive " + file + ": " + e.getClass().getSimpleName(),
          "Check its rights",
          e);
    }
  }

  private synchronized void release(FileChannel opened) throws IOException {
    streams--;
    if (streams == 0) {
      channel = Optional.empty();
      opened.close();
    }
  }

  @Override
  public Optional<Path> place() {
    return Optional.of(file);
  }

  @Override
  public boolean canBeReadAgain() {
    return Files.isRegularFile(file);
  }

  /** A stream with a position of its own in the shared channel. */
  private final class Positioned extends InputStream {
    private final FileChannel source;
    private long position;
    private boolean open = true;

    Positioned(FileChannel source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = source.read(ByteBuffer.wrap(bytes, offset, length), position);
      position += Math.max(read, 0);
      return read;
    }

    @Override
    public void close() throws IOException {
      if (open) {
        open = false;
        release(source);
      }
    }
  }
}
