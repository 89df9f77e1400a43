package org.mkbackup.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.text.RawName;

/** The members that a {@link SimpleSystemArchiver} makes of a directory. */
final class SimpleTreeListing {
  private final SystemTree tree;
  private final Progress progress;
  private final List<SimpleMember> members = new ArrayList<>();
  private final Map<Object, String> firstNames = new HashMap<>();

  SimpleTreeListing(SystemTree tree, Progress progress) {
    this.tree = tree;
    this.progress = progress;
  }

  List<SimpleMember> members() {
    return members;
  }

  byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SimpleArchiveWriter writer = new SimpleArchiveWriter(bytes);
    for (SimpleMember member : members) {
      writer.member(member);
    }
    writer.finish();
    return bytes.toByteArray();
  }

  void add(Path path, String below) throws IOException {
    String name = below.isEmpty() ? tree.name() : tree.name() + "/" + below;
    progress.at(name);
    BasicFileAttributes inode =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    Instant mtime = inode.lastModifiedTime().toInstant();
    String first = firstNames.get(inode.fileKey());
    if (inode.isDirectory()) {
      members.add(new SimpleMember(SimpleMember.DIRECTORY, name, "", mode, mtime, ""));
      addChildren(path, below);
    } else if (inode.isSymbolicLink()) {
      String text = RawName.of(Files.readSymbolicLink(path));
      members.add(new SimpleMember(SimpleMember.SYMLINK, name, text, mode, mtime, ""));
    } else if (first != null) {
      members.add(new SimpleMember(SimpleMember.HARD_LINK, name, first, mode, mtime, ""));
    } else if (inode.isRegularFile()) {
      String content = Files.readString(path, StandardCharsets.ISO_8859_1);
      members.add(new SimpleMember(SimpleMember.FILE, name, "", mode, mtime, content));
      firstNames.put(inode.fileKey(), name);
    }
  }

  private void addChildren(Path directory, String below) throws IOException {
    List<String> names;
    try (Stream<Path> children = Files.list(directory)) {
      names = children.map(RawName::nameOf).sorted().toList();
    }
    for (String name : names) {
      String child = below.isEmpty() ? name : below + "/" + name;
      if (!tree.leftOut().matches(child)) {
        add(RawName.resolve(directory, name), child);
      }
    }
  }
}
