package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Walks through a tree: depth first, directories before what is in them, sorted by the bytes of the
 * names. Mount points are entered like any directory. In memory are the names in the directories
 * that lead to the file at hand.
 */
final class TreeWalk {
  private final Predicate<String> leftOut;
  private final RunLog log;
  private final Consumer<SiteFile> visitor;

  TreeWalk(Predicate<String> leftOut, RunLog log, Consumer<SiteFile> visitor) {
    this.leftOut = leftOut;
    this.log = log;
    this.visitor = visitor;
  }

  /** Visits all of a directory, itself included; fails only if it itself can't be read. */
  void walk(Path top) throws IOException {
    Inode inode = Inode.of(top);
    if (!inode.isDirectory()) {
      throw new NotDirectoryException(RawName.forPeople(top));
    }
    enter(top, "", inode, namesIn(top));
  }

  private void enter(Path path, String below, Inode inode, List<String> names) {
    visitor.accept(new SiteFile(path, below, inode));
    for (String name : names) {
      String child = below.isEmpty() ? name : below + "/" + name;
      if (!leftOut.test(child)) {
        Interrupts.check();
        step(path, name, child);
      }
    }
  }

  private void step(Path directory, String name, String below) {
    try {
      Path path = RawName.resolve(directory, name);
      Inode inode = Inode.of(path);
      if (inode.isDirectory()) {
        enter(path, below, inode, readableNamesIn(path, below));
      } else {
        visitor.accept(new SiteFile(path, below, inode));
      }
    } catch (IOException e) {
      new LeftOut(log).because(below, e);
    }
  }

  /* A directory that may not be listed is archived all the same. */
  private List<String> readableNamesIn(Path directory, String below) throws IOException {
    try {
      return namesIn(directory);
    } catch (AccessDeniedException e) {
      log.warn("What is in '" + RawName.forPeople(below) + "' is left out: " + SystemReason.of(e));
      return List.of();
    }
  }

  static List<String> namesIn(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(RawName.nameOf(entry)));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }
}
