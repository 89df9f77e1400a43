package org.mkbackup.launcher.console;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.stream.ArchiveSource;

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
    return new ArchiveFile(Path.of(name));
  }
}
