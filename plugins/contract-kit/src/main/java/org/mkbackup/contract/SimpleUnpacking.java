package org.mkbackup.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.text.RawName;

/** Takes the members of a simple archive to a directory, or nowhere. */
final class SimpleUnpacking {
  private static final char FILE = SimpleMember.FILE;
  private static final char DIRECTORY = SimpleMember.DIRECTORY;

  private final Optional<Path> directory;
  private final String site;
  private final SimpleMember head;
  private final Map<String, Character> kinds = new HashMap<>();
  private final List<SimpleMember> directories = new ArrayList<>();
  private MemberVisitor visitor = (member, content) -> {};
  private boolean linked;

  SimpleUnpacking(Optional<Path> directory, ArchiveHead head, SimpleMember first) {
    this.directory = directory;
    site = head.site().value();
    this.head = first;
    kinds.put(first.name(), first.kind());
  }

  /** Shows what is placed to a visitor. */
  SimpleUnpacking shownTo(MemberVisitor shown) {
    visitor = shown;
    return this;
  }

  void place(SimpleMember member) {
    String name = member.name();
    char kind = member.kind() == SimpleMember.HARD_LINK ? FILE : member.kind();
    require(isPlain(name) && (name + "/").startsWith(site + "/"), name + " is not of the site");
    require("fds".indexOf(kind) >= 0, name + " is of an unknown kind");
    boolean versionLink = name.equals(head.name());
    require(versionLink || !kinds.containsKey(name), name + " comes twice");
    require(!versionLink || member.link().equals(head.link()), "it has two versions");
    int slash = name.lastIndexOf('/');
    require(
        slash < 0 ? kind == DIRECTORY : isKind(name.substring(0, slash), DIRECTORY),
        name + " is not in a directory");
    require(
        member.kind() != SimpleMember.HARD_LINK || isKind(member.link(), FILE),
        name + " is a hard link to no file");
    require(kind != SimpleMember.SYMLINK || !member.link().isEmpty(), name + " leads nowhere");
    kinds.put(name, kind);
    linked |= versionLink;
    try {
      make(member);
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /** Gives the directories what filling them would have changed. */
  void finish() {
    if (!linked) {
      place(head);
    }
    Collections.reverse(directories);
    for (SimpleMember member : directories) {
      try {
        attributes(path(member.name()), member);
      } catch (IOException e) {
        throw failed(member.name(), e);
      }
    }
  }

  private void make(SimpleMember member) throws IOException {
    member.show(visitor);
    if (directory.isEmpty()) {
      return;
    }
    Path path = path(member.name());
    boolean isDirectory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    if (!isDirectory) {
      Files.deleteIfExists(path);
    }
    switch (member.kind()) {
      case SimpleMember.DIRECTORY -> {
        if (!isDirectory && !member.name().equals(site)) {
          Files.createDirectory(path);
        }
        directories.add(member);
      }
      case SimpleMember.SYMLINK -> Files.createSymbolicLink(path, RawName.toPath(member.link()));
      case SimpleMember.HARD_LINK -> Files.createLink(path, path(member.link()));
      default -> {
        Files.write(path, member.bytes(), StandardOpenOption.CREATE_NEW);
        attributes(path, member);
      }
    }
  }

  private static void attributes(Path path, SimpleMember member) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(member.mtime()));
    Files.setAttribute(path, "unix:mode", member.mode(), LinkOption.NOFOLLOW_LINKS);
  }

  private Path path(String name) {
    Path top = directory.orElseThrow();
    return name.equals(site) ? top : RawName.resolve(top, name.substring(site.length() + 1));
  }

  private boolean isKind(String name, char kind) {
    return kinds.getOrDefault(name, ' ') == kind;
  }

  static boolean isPlain(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.length() > 255) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw SimpleOpened.damaged(otherwise);
    }
  }

  private static SiteException failed(String name, IOException e) {
    return new SiteException(name + " can't be unpacked: " + e.getMessage(), "", e);
  }
}
