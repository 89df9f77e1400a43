package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mkbackup.contract.ForgedMember.device;
import static org.mkbackup.contract.ForgedMember.directory;
import static org.mkbackup.contract.ForgedMember.file;
import static org.mkbackup.contract.ForgedMember.hardLink;
import static org.mkbackup.contract.ForgedMember.symlink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

/** What a {@link org.mkbackup.domain.port.SystemArchiver} refuses: damaged and hostile archives. */
abstract class SystemArchiverRefusals extends SystemArchiverTrial {

  static Stream<Arguments> hostileMembers() {
    return Stream.of(
        Arguments.of("a way up", List.of(file("rw/../out", "x"))),
        Arguments.of("a way up at the end", List.of(directory("rw/.."))),
        Arguments.of("an absolute name", List.of(file("/rw/out", "x"))),
        Arguments.of("another directory", List.of(file("omd/out", "x"))),
        Arguments.of("a directory that begins like it", List.of(file("rw2/out", "x"))),
        Arguments.of("an empty component", List.of(file("rw//out", "x"))),
        Arguments.of("a dot", List.of(file("rw/./out", "x"))),
        Arguments.of("a top that is a link", List.of(symlink("rw", "/tmp"))),
        Arguments.of("a top that is a file", List.of(file("rw", "x"))),
        Arguments.of("a device", List.of(device("rw/null"))),
        Arguments.of(
            "a way through a symlink",
            List.of(symlink("rw/way", "../.."), file("rw/way/out", "x"))),
        Arguments.of("a way through a file", List.of(file("rw/way", "x"), file("rw/way/out", "x"))),
        Arguments.of(
            "a symlink that becomes a directory",
            List.of(symlink("rw/way", ".."), directory("rw/way"))),
        Arguments.of(
            "a directory that becomes a symlink",
            List.of(directory("rw/way"), symlink("rw/way", ".."))),
        Arguments.of("a hard link out", List.of(hardLink("rw/link", "../outside"))),
        Arguments.of("an absolute hard link", List.of(hardLink("rw/link", "/etc/passwd"))),
        Arguments.of("a hard link to nothing", List.of(hardLink("rw/link", "rw/none"))),
        Arguments.of("a hard link to itself", List.of(hardLink("rw/link", "rw/link"))),
        Arguments.of(
            "a hard link to what was there before",
            List.of(hardLink("rw/link", "rw/etc/omd/site.conf"))),
        Arguments.of("a symlink without a text", List.of(symlink("rw/link", ""))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileMembers")
  void refusesHostileMembers(String what, List<ForgedMember> hostile) {
    List<ForgedMember> all = new ArrayList<>(hostile);
    if (!hostile.get(0).name().equals("rw")) {
      all.add(0, directory("rw"));
    }
    byte[] archive = forge(all.toArray(ForgedMember[]::new));
    SortedMap<String, String> before = aroundTheTree();
    assertThrows(ArchiveException.class, () -> check(archive), what);
    assertThrows(ArchiveException.class, () -> restore(archive), what);
    assertEquals(before, aroundTheTree());
  }

  private SortedMap<String, String> aroundTheTree() {
    SortedMap<String, String> listing = TreeListing.of(workspace());
    listing.keySet().removeIf(name -> (name + "/").startsWith("live/"));
    return listing;
  }

  @Test
  void refusesAnArchiveWithNothingInIt() {
    assertRefused(forge());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "This is no archive."})
  void refusesWhatIsNoArchive(String content) {
    assertRefused(content.getBytes(StandardCharsets.UTF_8));
    assertRefused(content.repeat(10_000).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesAnArchiveThatIsCutAnywhere() {
    byte[] archive = pack();
    for (int length = 0; length < archive.length; length++) {
      byte[] cut = Arrays.copyOf(archive, length);
      assertThrows(ArchiveException.class, () -> check(cut), "cut at " + length);
    }
  }

  /* Nothing of the tree is given up for it. */
  private void assertRefused(byte[] archive) {
    SortedMap<String, String> before = TreeListing.of(live().directory());
    assertThrows(ArchiveException.class, () -> check(archive));
    assertThrows(ArchiveException.class, () -> restore(archive));
    assertEquals(before, TreeListing.of(live().directory()));
  }
}
