package org.mkbackup.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.text.RawName;

/** Makes a directory what the members of an archive say. */
final class SimpleTreeChange {
  private final SystemTree tree;
  private final Path top;
  private final List<SimpleMember> members;

  SimpleTreeChange(SystemTree tree, Path top, List<SimpleMember> members) {
    this.tree = tree;
    this.top = top;
    this.members = members;
  }

  void make() throws IOException {
    Set<String> names = new HashSet<>();
    for (SimpleMember member : members) {
      String below = below(member.name());
      names.add(below);
      if (!tree.leftOut().matches(below)) {
        make(member, path(below));
      }
    }
    sweep(top, "", names, child -> tree.leftOut().matches(child) || tree.kept().matches(child));
    for (int i = members.size() - 1; i >= 0; i--) {
      SimpleMember member = members.get(i);
      if (member.kind() == SimpleMember.DIRECTORY
          && !tree.leftOut().matches(below(member.name()))) {
        attributes(path(below(member.name())), member);
      }
    }
  }

  private void make(SimpleMember member, Path path) throws IOException {
    boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    if (member.kind() == SimpleMember.DIRECTORY) {
      if (!directory) {
        Files.deleteIfExists(path);
        Files.createDirectory(path);
      }
      Files.setAttribute(path, "unix:mode", member.mode() | 0700);
      return;
    }
    if (directory) {
      // What the archive has isn't kept.
      sweep(path, below(member.name()), Set.of(), tree.leftOut()::matches);
    }
    Files.deleteIfExists(path);
    switch (member.kind()) {
      case SimpleMember.SYMLINK -> Files.createSymbolicLink(path, RawName.toPath(member.link()));
      case SimpleMember.HARD_LINK -> Files.createLink(path, path(below(member.link())));
      default -> {
        Files.write(path, member.bytes());
        attributes(path, member);
      }
    }
  }

  private static void attributes(Path path, SimpleMember member) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(member.mtime()));
    Files.setAttribute(path, "unix:mode", member.mode(), LinkOption.NOFOLLOW_LINKS);
  }

  /* Removes what has none of the names; a directory goes if it is empty then. */
  private static void sweep(
      Path directory, String below, Set<String> names, Predicate<String> stays) throws IOException {
    List<Path> children;
    try (Stream<Path> entries = Files.list(directory)) {
      children = entries.toList();
    }
    for (Path path : children) {
      String name = RawName.nameOf(path);
      String child = below.isEmpty() ? name : below + "/" + name;
      if (stays.test(child)) {
        continue;
      }
      boolean isDirectory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      if (isDirectory) {
        sweep(path, child, names, stays);
      }
      if (!names.contains(child) && !(isDirectory && isFilled(path))) {
        Files.delete(path);
      }
    }
  }

  private static boolean isFilled(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isPresent();
    }
  }

  private String below(String name) {
    return name.equals(tree.name()) ? "" : name.substring(tree.name().length() + 1);
  }

  private Path path(String below) {
    return below.isEmpty() ? top : RawName.resolve(top, below);
  }
}
