package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;

/** Shows the members of an archive to a visitor, and makes nothing. */
final class VisitedTree implements Tree {
  private static final int PIECE = 64 * 1024;
  private static final MemberVisitor.Content NOTHING = sink -> {};

  private final String top;
  private final MemberVisitor visitor;
  private final byte[] piece = new byte[PIECE];

  /**
   * Shows the members of a tree.
   *
   * @param top the name of the tree in the archive
   */
  VisitedTree(String top, MemberVisitor visitor) {
    this.top = top;
    this.visitor = visitor;
  }

  @Override
  public void directory(String below, Attributes attributes) {
    visitor.visit(member(Kind.DIRECTORY, below, "", 0, attributes), NOTHING);
  }

  @Override
  public void missingDirectory(String below, Instant mtime) {}

  @Override
  public void file(String below, Member member, TarReader content) {
    visitor.visit(
        member(Kind.FILE, below, "", member.size(), member.attributes()),
        sink -> write(content, sink));
  }

  private void write(TarReader content, OutputStream sink) throws IOException {
    content.content(
        (bytes, part) -> {
          while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), piece.length);
            bytes.get(piece, 0, count);
            sink.write(piece, 0, count);
          }
        });
  }

  @Override
  public void symlink(String below, Member member) {
    visitor.visit(member(Kind.SYMLINK, below, member.link(), 0, member.attributes()), NOTHING);
  }

  @Override
  public void fifo(String below, Attributes attributes) {
    visitor.visit(member(Kind.FIFO, below, "", 0, attributes), NOTHING);
  }

  @Override
  public void hardLink(String below, Member member, String target) {
    visitor.visit(member(Kind.HARD_LINK, below, path(target), 0, member.attributes()), NOTHING);
  }

  @Override
  public void finish(Inventory members) {}

  @Override
  public SiteException failure(String below, IOException e) {
    throw new IllegalStateException("nothing is made", e);
  }

  private ArchiveMember member(
      Kind kind, String below, String link, long size, Attributes attributes) {
    return told(kind, path(below), link, size, attributes);
  }

  /** What others than this package are told of a member. */
  static ArchiveMember told(Member member) {
    Kind kind =
        switch (member.type()) {
          case FILE -> Kind.FILE;
          case HARD_LINK -> Kind.HARD_LINK;
          case SYMLINK -> Kind.SYMLINK;
          case DIRECTORY -> Kind.DIRECTORY;
          case FIFO -> Kind.FIFO;
        };
    return told(kind, member.name(), member.link(), member.size(), member.attributes());
  }

  private static ArchiveMember told(
      Kind kind, String path, String link, long size, Attributes attributes) {
    Owner owner = attributes.owner();
    return new ArchiveMember(
        kind,
        path,
        link,
        size,
        attributes.mode(),
        attributes.mtime(),
        owner.userName().isEmpty() ? Long.toString(owner.uid()) : owner.userName(),
        owner.groupName().isEmpty() ? Long.toString(owner.gid()) : owner.groupName());
  }

  private String path(String below) {
    return below.isEmpty() ? top : top + "/" + below;
  }
}
