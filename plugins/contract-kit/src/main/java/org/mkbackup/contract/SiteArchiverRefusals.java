package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mkbackup.contract.ForgedMember.device;
import static org.mkbackup.contract.ForgedMember.directory;
import static org.mkbackup.contract.ForgedMember.file;
import static org.mkbackup.contract.ForgedMember.hardLink;
import static org.mkbackup.contract.ForgedMember.symlink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

/** What a {@link org.mkbackup.domain.port.SiteArchiver} refuses: damaged and hostile archives. */
abstract class SiteArchiverRefusals extends ArchiverTrial {
  private static final ForgedMember HEAD = symlink("heute/version", "../../versions/2.3.0p1.cre");
  private static final ForgedMember HOME = directory("heute");

  static Stream<Arguments> hostileMembers() {
    return Stream.of(
        Arguments.of("a way up", List.of(file("heute/../out", "x"))),
        Arguments.of("a way up at the end", List.of(directory("heute/.."))),
        Arguments.of("an absolute name", List.of(file("/heute/out", "x"))),
        Arguments.of("another site", List.of(file("other/out", "x"))),
        Arguments.of("a site that begins like it", List.of(file("heute2/out", "x"))),
        Arguments.of("an empty component", List.of(file("heute//out", "x"))),
        Arguments.of("a dot", List.of(file("heute/./out", "x"))),
        Arguments.of("a name of 256 bytes", List.of(file("heute/" + "x".repeat(256), "x"))),
        Arguments.of("a home that is a link", List.of(symlink("heute", "/tmp"))),
        Arguments.of("a device", List.of(device("heute/null"))),
        Arguments.of(
            "a way through a symlink",
            List.of(symlink("heute/way", "../.."), file("heute/way/out", "x"))),
        Arguments.of("a way through the version link", List.of(file("heute/version/out", "x"))),
        Arguments.of(
            "a way through a file", List.of(file("heute/way", "x"), file("heute/way/out", "x"))),
        Arguments.of(
            "a directory that becomes a symlink",
            List.of(directory("heute/way"), symlink("heute/way", ".."))),
        Arguments.of(
            "a symlink that becomes a directory",
            List.of(symlink("heute/way", ".."), directory("heute/way"))),
        Arguments.of(
            "a symlink that becomes a file",
            List.of(symlink("heute/way", "../../out"), file("heute/way", "x"))),
        Arguments.of("a hard link out", List.of(hardLink("heute/link", "../outside"))),
        Arguments.of("an absolute hard link", List.of(hardLink("heute/link", "/etc/passwd"))),
        Arguments.of("a hard link to nothing", List.of(hardLink("heute/link", "heute/none"))),
        Arguments.of("a hard link to itself", List.of(hardLink("heute/link", "heute/link"))),
        Arguments.of(
            "a hard link to a symlink",
            List.of(symlink("heute/way", "../../outside"), hardLink("heute/link", "heute/way"))),
        Arguments.of(
            "a hard link through a symlink",
            List.of(symlink("heute/way", "../.."), hardLink("heute/link", "heute/way/outside"))),
        Arguments.of("a symlink without a text", List.of(symlink("heute/link", ""))),
        Arguments.of(
            "another version", List.of(symlink("heute/version", "../../versions/2.4.0p1.cre"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileMembers")
  void refusesHostileMembers(String what, List<ForgedMember> hostile) throws IOException {
    byte[] archive = forgeAfterHead(hostile);
    Files.writeString(workspace().resolve("outside"), "stays");
    SortedMap<String, String> before = aroundTheStagedTree();
    assertThrows(ArchiveException.class, () -> check(archive), what);
    assertThrows(ArchiveException.class, () -> visit(archive, (member, content) -> {}), what);
    assertThrows(ArchiveException.class, () -> unpack(archive), what);
    assertEquals(before, aroundTheStagedTree());
  }

  private byte[] forgeAfterHead(List<ForgedMember> members) {
    List<ForgedMember> all = new ArrayList<>(List.of(HEAD, HOME));
    all.addAll(members);
    return forge(all.toArray(ForgedMember[]::new));
  }

  private SortedMap<String, String> aroundTheStagedTree() {
    SortedMap<String, String> listing = TreeListing.of(workspace());
    listing.keySet().removeIf(name -> name.startsWith("staged"));
    return listing;
  }

  static Stream<Arguments> otherHeads() {
    return Stream.of(
        Arguments.of("nothing", List.of()),
        Arguments.of("a directory", List.of(HOME, HEAD)),
        Arguments.of("a file", List.of(file("heute/version", "2.3.0p1.cre"))),
        Arguments.of("a link elsewhere", List.of(symlink("heute/version", "/etc/passwd"))),
        Arguments.of("a link to a way up", List.of(symlink("heute/version", "../../versions/.."))),
        Arguments.of("another link", List.of(symlink("heute/bin", "../../versions/2.3.0p1.cre"))),
        Arguments.of(
            "a site with an illegal name",
            List.of(symlink("he ute/version", "../../versions/2.3.0p1.cre"))),
        Arguments.of("no site", List.of(symlink("version", "../../versions/2.3.0p1.cre"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherHeads")
  void refusesToOpenWhatDoesNotBeginWithAVersionLink(String what, List<ForgedMember> members) {
    byte[] archive = forge(members.toArray(ForgedMember[]::new));
    assertThrows(
        ArchiveException.class, () -> open(archive), () -> "an archive that begins with " + what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "This is no archive."})
  void refusesToOpenWhatIsNoArchive(String content) {
    byte[] shorter = content.getBytes(StandardCharsets.UTF_8);
    byte[] longer = content.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    assertThrows(ArchiveException.class, () -> open(shorter));
    assertThrows(ArchiveException.class, () -> open(longer));
  }

  private void open(byte[] archive) {
    archiver().open(new ByteArrayInputStream(archive)).close();
  }

  @Test
  void refusesAnArchiveThatHoldsNothingButItsVersionLink() {
    byte[] archive = forge(HEAD);
    assertThrows(ArchiveException.class, () -> check(archive));
    assertThrows(ArchiveException.class, () -> unpack(archive));
  }

  @Test
  void refusesAnArchiveThatIsCutAnywhere() {
    byte[] archive = pack();
    for (int length = 0; length < archive.length; length++) {
      byte[] cut = Arrays.copyOf(archive, length);
      assertThrows(ArchiveException.class, () -> check(cut), "cut at " + length);
    }
  }

  @Test
  void takesSymlinksThatLeadAnywhereAndGoesThroughNone() {
    unpack(
        forgeAfterHead(
            List.of(
                symlink("heute/out", "/etc/passwd"),
                symlink("heute/up", "../../.."),
                symlink("heute/up-", "x"))));
    Map<String, String> unpacked = TreeListing.of(staged());
    assertEquals("link to /etc/passwd", unpacked.get("out"));
    assertEquals("link to ../../..", unpacked.get("up"));
    assertEquals("link to ../../versions/2.3.0p1.cre", unpacked.get("version"));
  }
}
