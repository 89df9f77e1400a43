package org.mkbackup.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;

/** Keeps what it is shown, and the content of every other file. */
final class SeenMembers implements MemberVisitor {
  private final SortedMap<String, ArchiveMember> members = new TreeMap<>();
  private final SortedMap<String, String> contents = new TreeMap<>();
  private boolean reads = true;

  @Override
  public void visit(ArchiveMember member, Content content) {
    members.put(member.path(), member);
    if (member.kind() == ArchiveMember.Kind.FILE) {
      if (reads) {
        contents.put(member.path(), read(content));
      }
      reads = !reads;
    }
  }

  private static String read(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  ArchiveMember member(String path) {
    ArchiveMember member = members.get(path);
    if (member == null) {
      throw new AssertionError(path + " was not shown");
    }
    return member;
  }

  SortedMap<String, ArchiveMember> members() {
    return members;
  }

  SortedMap<String, String> contents() {
    return contents;
  }
}
