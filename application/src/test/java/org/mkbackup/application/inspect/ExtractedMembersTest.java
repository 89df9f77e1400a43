package org.mkbackup.application.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;

class ExtractedMembersTest {
  private final List<String> put = new ArrayList<>();
  private final MemberExtractor.Extraction extraction =
      new MemberExtractor.Extraction() {
        @Override
        public void put(ArchiveMember member, MemberVisitor.Content content) {
          put.add(member.kind().letter() + " " + member.path() + " " + member.link());
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
      };

  private static void show(MemberVisitor visitor) {
    visitor.visit(member(Kind.FILE, "h/first", ""), sink -> {});
    visitor.visit(member(Kind.HARD_LINK, "h/second", "h/first"), sink -> {});
    visitor.visit(member(Kind.HARD_LINK, "h/third", "h/first"), sink -> {});
  }

  private static ArchiveMember member(Kind kind, String path, String link) {
    return new ArchiveMember(kind, path, link, 0, 0600, Instant.EPOCH, "", "");
  }

  @Test
  void aLinkThatComesWithItsFirstNameStaysOne() {
    ExtractedMembers members = new ExtractedMembers(new MemberSelection(List.of("h")), extraction);
    show(members);
    assertFalse(members.lacksContents());
    assertEquals(List.of("f h/first ", "h h/second h/first", "h h/third h/first"), put);
  }

  @Test
  void directoriesAloneAreNoContents() {
    ExtractedMembers members = new ExtractedMembers(new MemberSelection(List.of("h")), extraction);
    members.visit(member(Kind.DIRECTORY, "h", ""), sink -> {});
    assertEquals(1, members.count());
    assertFalse(members.hasTakenContents());
    members.visit(member(Kind.FILE, "h/first", ""), sink -> {});
    assertTrue(members.hasTakenContents());
  }

  @Test
  void linksWithoutTheirFirstNameBecomeOneFileInASecondPass() {
    ExtractedMembers members =
        new ExtractedMembers(new MemberSelection(List.of("h/second", "h/third")), extraction);
    show(members);
    assertTrue(members.lacksContents());
    show(members.secondPass());
    assertEquals(List.of("f h/second ", "h h/third h/second"), put);
    assertEquals(2, members.count());
  }
}
