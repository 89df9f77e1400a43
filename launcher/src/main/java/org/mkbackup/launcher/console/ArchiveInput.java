package org.mkbackup.launcher.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.failure.ArchiveException;

/** Where {@code omd restore} reads from. */
public final class ArchiveInput {
  private ArchiveInput() {}

  public static ArchiveSource standardInput() {
    return new ArchiveSource() {
      @Override
      public InputStream open() {
        return Streams.in();
      }

      @Override
      public Optional<Path> place() {
        return Optional.empty();
      }

      @Override
      public boolean canBeReadAgain() {
        return false;
      }
    };
  }

  public static ArchiveSource file(String name) {
    Path file = Path.of(name);
    return new ArchiveSource() {
      @Override
      public InputStream open() {
        return ArchiveInput.open(file);
      }

      @Override
      public Optional<Path> place() {
        return Optional.of(file);
      }

      @Override
      public boolean canBeReadAgain() {
        return Files.isRegularFile(file);
      }
    };
  }

  private static InputStream open(Path file) {
    if (Files.isDirectory(file)) {
      throw new ArchiveException(file + " is a directory", "Name an archive");
    }
    try {
      // A pipe without a writer is opened when there is one.
      return new ChannelInput(Interruptible.call(() -> FileChannel.open(file)));
    } catch (NoSuchFileException e) {
      throw new ArchiveException("There is no archive " + file, "Check its name", e);
    } catch (IOException e) {
      throw new ArchiveException(
          "Can't open the archive " + file + ": " + e.getClass().getSimpleName(),
          "Check its rights",
          e);
    }
  }
}
