package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Real mounts, where the system lets a test make some; all are undone in the end. */
final class Mounts implements AutoCloseable {
  private final Path directory;
  private final Deque<Path> mounted = new ArrayDeque<>();

  Mounts(Path directory) {
    this.directory = directory;
  }

  /** A file system of its own, in memory; empty if that can't be had. */
  Optional<Path> tmpfs(String options) {
    Path place = place();
    return mount(place, "mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString());
  }

  /** Another place of the same file system. */
  Optional<Path> bind(Path what) {
    Path place = place();
    return mount(place, "mount", "--bind", what.toString(), place.toString());
  }

  private Path place() {
    try {
      return Files.createDirectory(directory.resolve("mount " + mounted.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Path> mount(Path place, String... command) {
    if (run(command) != 0) {
      return Optional.empty();
    }
    mounted.push(place);
    return Optional.of(place);
  }

  static int run(String... command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    while (!mounted.isEmpty()) {
      Path place = mounted.pop();
      if (run("umount", place.toString()) != 0) {
        throw new IllegalStateException(place + " is still mounted");
      }
    }
  }
}
