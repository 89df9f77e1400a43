package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.StoppedException;

/**
 * Copies a tree to another file system: modes, times, symlinks, FIFOs, and hard links among its own
 * files. An interrupt of the thread ends it.
 */
final class TreeCopy extends SimpleFileVisitor<Path> {
  private final Path from;
  private final Path to;
  private final Map<Object, Path> linked = new HashMap<>();

  private TreeCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** Copies what is in a directory into another, existing one. */
  static void contentOf(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new TreeCopy(from, to));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
      throws IOException {
    if (!directory.equals(from)) {
      Files.createDirectory(target(directory));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException("The restore was stopped", "");
    }
    Path target = target(file);
    if (attributes.isRegularFile() && (int) Files.getAttribute(file, "unix:nlink") > 1) {
      Path first = linked.putIfAbsent(attributes.fileKey(), target);
      if (first != null) {
        Files.createLink(target, first);
        return FileVisitResult.CONTINUE;
      }
    }
    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    setTime(target, attributes);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
      throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (!directory.equals(from)) {
      Path target = target(directory);
      setTime(target, Files.readAttributes(directory, BasicFileAttributes.class));
      Files.setAttribute(target, "unix:mode", Files.getAttribute(directory, "unix:mode"));
    }
    return FileVisitResult.CONTINUE;
  }

  /* The copy has microseconds only. */
  private static void setTime(Path target, BasicFileAttributes attributes) throws IOException {
    Files.getFileAttributeView(target, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(attributes.lastModifiedTime(), attributes.lastAccessTime(), null);
  }

  private Path target(Path source) {
    return to.resolve(from.relativize(source));
  }
}
