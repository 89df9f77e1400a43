package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;

/** What every {@link MemberExtractor} promises. */
public abstract class MemberExtractorContract {
  private static final Instant TIME = Instant.ofEpochSecond(1_500_000_000L);

  @TempDir private Path temp;

  /** The extractor on trial. */
  protected abstract MemberExtractor extractor();

  private Path directory() {
    return temp.resolve("to");
  }

  private static ArchiveMember member(Kind kind, String path, String link, int mode) {
    return new ArchiveMember(kind, path, link, 0, mode, TIME, "", "");
  }

  private static ArchiveMember file(String path, int mode) {
    return member(Kind.FILE, path, "", mode);
  }

  private void extract(boolean overwrite, ArchiveMember... members) {
    try (MemberExtractor.Extraction extraction = extractor().into(directory(), overwrite)) {
      for (ArchiveMember member : members) {
        byte[] content = member.path().getBytes(StandardCharsets.ISO_8859_1);
        extraction.put(member, sink -> sink.write(content));
      }
      extraction.finish();
    }
  }

  private static int mode(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
  }

  @Test
  void filesComeWithTheirContentTimeAndModeButNoSpecialBits() throws IOException {
    extract(false, file("heute/etc/a b", 06751));
    Path file = directory().resolve("heute/etc/a b");
    assertEquals("heute/etc/a b", Files.readString(file));
    assertEquals(TIME, Files.getLastModifiedTime(file).toInstant());
    assertEquals(0751, mode(file));
    assertEquals(0700, mode(directory()));
    assertEquals(0700, mode(directory().resolve("heute/etc")));
  }

  @Test
  void directoriesGetTheirModeWhenTheyAreFull() throws IOException {
    extract(false, member(Kind.DIRECTORY, "heute/d", "", 0555), file("heute/d/f", 0600));
    Path made = directory().resolve("heute/d");
    assertEquals(0555, mode(made));
    assertEquals(TIME, Files.getLastModifiedTime(made).toInstant());
    assertTrue(Files.exists(made.resolve("f")));
    Files.setAttribute(made, "unix:mode", 0755);
  }

  @Test
  void linksAreMadeAsTheyAre() throws IOException {
    extract(
        false,
        file("heute/f", 0600),
        member(Kind.HARD_LINK, "heute/other/g", "heute/f", 0600),
        member(Kind.SYMLINK, "heute/l", "../../nowhere", 0777));
    assertTrue(
        Files.isSameFile(directory().resolve("heute/f"), directory().resolve("heute/other/g")));
    assertEquals(Path.of("../../nowhere"), Files.readSymbolicLink(directory().resolve("heute/l")));
  }

  @Test
  void aMemberThatComesAgainTakesTheEarlierOnesPlace() throws IOException {
    extract(false, file("heute/f", 0600), file("heute/f", 0640));
    assertEquals(0640, mode(directory().resolve("heute/f")));
  }

  @Test
  void whatStandsThereIsReplacedOnRequestOnly() throws IOException {
    Path file = Files.createDirectories(directory().resolve("heute")).resolve("f");
    Files.writeString(file, "mine");
    assertThrows(TargetException.class, () -> extract(false, file("heute/f", 0600)));
    assertEquals("mine", Files.readString(file));
    extract(true, file("heute/f", 0600));
    assertEquals("heute/f", Files.readString(file));
    Files.createDirectory(directory().resolve("heute/d"));
    assertThrows(TargetException.class, () -> extract(true, file("heute/d", 0600)));
    assertTrue(Files.isDirectory(directory().resolve("heute/d")));
  }

  @Test
  void noLinkIsFollowedEvenOnRequest() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Path top = Files.createDirectories(directory().resolve("heute"));
    Files.createSymbolicLink(top.resolve("way"), outside);
    Files.createSymbolicLink(top.resolve("f"), outside.resolve("f"));
    assertThrows(TargetException.class, () -> extract(true, file("heute/way/x", 0600)));
    assertThrows(
        TargetException.class, () -> extract(true, member(Kind.DIRECTORY, "heute/way", "", 0755)));
    extract(true, file("heute/f", 0600));
    assertTrue(Files.isRegularFile(top.resolve("f"), LinkOption.NOFOLLOW_LINKS));
    try (Stream<Path> written = Files.list(outside)) {
      assertEquals(0, written.count());
    }
  }

  @Test
  void aFileWhoseContentFailsIsNotThere() throws IOException {
    try (MemberExtractor.Extraction extraction = extractor().into(directory(), false)) {
      assertThrows(
          TargetException.class,
          () ->
              extraction.put(
                  file("heute/f", 0600),
                  sink -> {
                    sink.write(1);
                    throw new IOException("No space left on device");
                  }));
    }
    try (Stream<Path> left = Files.list(directory().resolve("heute"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() {
    Path missing = temp.resolve("missing/to");
    TargetException failure =
        assertThrows(TargetException.class, () -> extractor().into(missing, false));
    assertTrue(failure.getMessage().contains(missing.toString()), failure::getMessage);
    assertFalse(Files.exists(missing));
  }
}
