package org.mkbackup.application.inspect;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import org.mkbackup.application.stream.Digests;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ListedMember;

/** Hands on the members of an archive with the digests of their contents. */
final class DigestedMembers implements MemberVisitor {
  private final Consumer<ListedMember> taker;
  private final MessageDigest sha256 = Digests.sha256();
  private final OutputStream digesting =
      new DigestOutputStream(OutputStream.nullOutputStream(), sha256);

  DigestedMembers(Consumer<ListedMember> taker) {
    this.taker = taker;
  }

  @Override
  public void visit(ArchiveMember member, Content content) {
    taker.accept(
        new ListedMember(
            member,
            member.kind() == ArchiveMember.Kind.FILE
                ? Optional.of(digest(content))
                : Optional.empty()));
  }

  private String digest(Content content) {
    try {
      content.writeTo(digesting);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Digests.hex(sha256);
  }
}
