package org.mkbackup.adapter.skeleton;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Reads files whole and replaces them atomically, never following a link in their place. */
final class Replacement {
  private static final String FRESH = ".mkbackup-convert";

  private Replacement() {}

  /** The content; each char is a byte. */
  static String read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** Replaces the content and keeps the mode. */
  static void file(Path file, String content) throws IOException {
    Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    Path fresh = file.resolveSibling(FRESH);
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(fresh, content.getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.WRITE);
      Files.setAttribute(fresh, "unix:mode", mode);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Replaces a symlink by one with another text. */
  static void link(Path link, Path text) throws IOException {
    Path fresh = link.resolveSibling(FRESH);
    Files.deleteIfExists(fresh);
    try {
      Files.createSymbolicLink(fresh, text);
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
