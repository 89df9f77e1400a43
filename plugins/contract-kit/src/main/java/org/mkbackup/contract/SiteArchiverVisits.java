package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.port.SiteArchiver.Packing;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.text.RawName;

/** What a {@link org.mkbackup.domain.port.SiteArchiver} shows of an archive's members. */
abstract class SiteArchiverVisits extends SiteArchiverLiveSite {

  @Test
  void showsAllThatItWouldUnpack() throws IOException {
    Files.createLink(inSite("var/other name"), inSite("etc/omd/site.conf"));
    byte[] archive = pack();
    SeenMembers seen = new SeenMembers();
    ArchiveSummary summary = visit(archive, seen);
    assertEquals(check(archive), summary);
    TreeSet<String> expected = new TreeSet<>();
    archived().keySet().forEach(name -> expected.add(name.equals(".") ? "heute" : "heute/" + name));
    assertEquals(expected, seen.members().keySet());
  }

  @Test
  void showsMembersAsTheyWere() throws IOException {
    Files.createLink(inSite("var/other name"), inSite("etc/omd/site.conf"));
    SeenMembers seen = new SeenMembers();
    visit(pack(), seen);
    ArchiveMember file = seen.member("heute/etc/omd/site.conf");
    Path onDisk = inSite("etc/omd/site.conf");
    assertEquals(Kind.FILE, file.kind());
    assertEquals(Files.size(onDisk), file.size());
    assertEquals(Files.getLastModifiedTime(onDisk).toInstant(), file.mtime());
    assertEquals(
        (int) Files.getAttribute(onDisk, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777,
        file.mode());
    assertEquals(Kind.DIRECTORY, seen.member("heute").kind());
    assertEquals("../../versions/2.2.0p1.cre", seen.member("heute/version").link());
    ArchiveMember link = seen.member("heute/var/other name");
    assertEquals(Kind.HARD_LINK, link.kind());
    assertEquals("heute/etc/omd/site.conf", link.link());
  }

  @Test
  void showsContentToWhoeverAsksForIt() throws IOException {
    SeenMembers seen = new SeenMembers();
    visit(pack(), seen);
    assertFalse(seen.contents().isEmpty());
    for (String path : seen.contents().keySet()) {
      byte[] stored =
          Files.readAllBytes(RawName.resolve(site().home(), path.substring("heute/".length())));
      assertEquals(
          new String(stored, StandardCharsets.ISO_8859_1), seen.contents().get(path), path);
    }
  }

  @Test
  void listsWhatItPacksAsItShowsIt() throws IOException {
    Files.createLink(inSite("var/other name"), inSite("etc/omd/site.conf"));
    RecordedMembers listed = new RecordedMembers();
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Packing plain = packing(GZIP);
    archiver()
        .pack(
            new Packing(
                plain.site(),
                plain.exclusions(),
                plain.compression(),
                plain.live(),
                listed,
                plain.log(),
                plain.progress()),
            sink);
    List<ArchiveMember> shown = new ArrayList<>();
    visit(sink.toByteArray(), (member, content) -> shown.add(member));
    assertEquals(shown, listed.members().stream().map(ListedMember::member).toList());
    for (ListedMember member : listed.members()) {
      String below = member.member().path().replaceFirst("heute/?", "");
      assertEquals(
          member.member().kind() == Kind.FILE
              ? Optional.of(
                  SeenMembers.sha256(Files.readAllBytes(RawName.resolve(site().home(), below))))
              : Optional.empty(),
          member.sha256(),
          below);
    }
  }
}
