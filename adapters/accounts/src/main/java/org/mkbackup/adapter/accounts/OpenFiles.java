package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who has files open below a directory. Only a help for people: what can't be seen, for want of
 * rights or because it ends in that moment, is passed over.
 */
final class OpenFiles {
  private final Path proc;

  OpenFiles(Path proc) {
    this.proc = proc;
  }

  /** A process that uses a file below the directory, if one is seen: {@code process 12 (bash)}. */
  Optional<String> userOf(Path directory) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (uses(process, directory)) {
          return Optional.of("process " + process.getFileName() + " (" + command(process) + ")");
        }
      }
    } catch (IOException | DirectoryIteratorException unseen) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean uses(Path process, Path directory) {
    if (leadsInto(process.resolve("cwd"), directory)
        || leadsInto(process.resolve("exe"), directory)) {
      return true;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (leadsInto(file, directory)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException unseen) {
      return false;
    }
    return false;
  }

  private static boolean leadsInto(Path link, Path directory) {
    try {
      return Files.readSymbolicLink(link).startsWith(directory);
    } catch (IOException unseen) {
      return false;
    }
  }

  private static String command(Path process) {
    try {
      return Files.readString(process.resolve("comm"), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException unseen) {
      return "?";
    }
  }
}
