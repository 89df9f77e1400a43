package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.site.ArchiveSummary;
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
}
