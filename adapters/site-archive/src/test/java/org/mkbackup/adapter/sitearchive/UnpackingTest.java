package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;

/** Archives that are odd, but no danger. */
class UnpackingTest {
  @TempDir private Path directory;

  private Path unpacked() {
    return directory.resolve("unpacked");
  }

  private void unpack(TarForge forge) {
    Archives.unpack(forge.end(), unpacked());
  }

  private String content(String below) throws IOException {
    return Files.readString(unpacked().resolve(below));
  }

  @Test
  void takesALaterFileForAnEarlierOneOfTheSameName() throws IOException {
    unpack(
        TarForge.site()
            .file("heute/x", "earlier")
            .member('1', "heute/link", "heute/x", "")
            .file("heute/x", "later"));
    assertEquals("later", content("x"));
    assertEquals("earlier", content("link"));
  }

  @Test
  void takesALaterSymlinkForAnEarlierOne() throws IOException {
    unpack(
        TarForge.site()
            .member('2', "heute/l", "earlier", "")
            .member('2', "heute/l", "later", "")
            .member('2', "heute/version", TarForge.VERSION, "")
            .member('2', "heute/version", TarForge.VERSION, ""));
    assertEquals(Path.of("later"), Files.readSymbolicLink(unpacked().resolve("l")));
  }

  @Test
  void takesTheAttributesThatADirectoryComesWithLast() throws IOException {
    unpack(
        TarForge.site()
            .member('5', "heute/d/", "", "", header -> TarForge.put(header, 100, "0000500\0"))
            .file("heute/d/x", "content")
            .member('5', "heute/d/", "", "", header -> TarForge.put(header, 100, "0000711\0")));
    assertEquals("content", content("d/x"));
    assertEquals(0711, (int) Files.getAttribute(unpacked().resolve("d"), "unix:mode") & 07777);
  }

  @Test
  void makesDirectoriesThatAreMissing() throws IOException {
    unpack(
        new TarForge().member('2', "heute/version", TarForge.VERSION, "").file("heute/a/b/x", "1"));
    assertEquals("1", content("a/b/x"));
    assertTrue(Files.isSymbolicLink(unpacked().resolve("version")));
  }

  @Test
  void takesHardLinksWithoutTheSiteBeforeTheName() throws IOException {
    unpack(TarForge.site().file("heute/x", "content").member('1', "heute/y", "x", ""));
    assertTrue(Files.isSameFile(unpacked().resolve("x"), unpacked().resolve("y")));
  }

  @Test
  void takesNamesOfEveryFormat() throws IOException {
    unpack(
        TarForge.site()
            .member('L', "././@LongLink", "", "heute/long\0")
            .member('K', "././@LongLink", "", "a long text\0")
            .member('2', "heute/cut", "cut", "")
            .member('g', "./global", "", TarForge.record("mtime=1.5"))
            .pax("path=heute/in a record", "comment=" + "x".repeat(5000), "size=3")
            .file("short", "abc")
            .member('\0', "heute/v7/", "", "")
            .member('7', "heute/v7/contiguous", "", "7")
            .member('0', "x", "", "", header -> TarForge.put(header, 345, "heute/v7")));
    assertEquals(Path.of("a long text"), Files.readSymbolicLink(unpacked().resolve("long")));
    assertEquals("abc", content("in a record"));
    assertEquals("7", content("v7/contiguous"));
    assertEquals("", content("v7/x"));
    assertEquals(
        "1970-01-01T00:00:01.5Z", Files.getLastModifiedTime(unpacked().resolve("v7/x")).toString());
  }

  @Test
  void goesThroughNoSymlinkThatStandsInTheDirectoryAlready() throws IOException {
    Path home = Files.createDirectory(unpacked());
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(home.resolve("d"), outside);
    byte[] archive =
        TarForge.site().member('5', "heute/d/", "", "").file("heute/d/x", "content").end();
    try (OpenedArchive opened =
        new OpenedArchive(
            ArchiveSource.of(new ByteArrayInputStream(archive), Archives.jdkOnly()))) {
      assertThrows(
          SiteException.class, () -> opened.unpack(home, RunLog.silent(), Progress.silent()));
    }
    assertFalse(Files.exists(outside.resolve("x"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void isReadOnlyOnce() {
    byte[] archive = TarForge.site().end();
    try (OpenedArchive opened =
        new OpenedArchive(
            ArchiveSource.of(new ByteArrayInputStream(archive), Archives.jdkOnly()))) {
      opened.check(Progress.silent());
      assertThrows(IllegalStateException.class, () -> opened.check(Progress.silent()));
    }
  }

  @Test
  void saysWhichFileDidNotFitAndWhatToDo() {
    byte[] archive = TarForge.site().file("heute/etc/big", "content").end();
    TarReader tar = ArchiveSource.of(new ByteArrayInputStream(archive), Archives.jdkOnly()).tar();
    Member first = FirstMember.read(tar);
    Unpacking unpacking =
        new Unpacking(
                tar,
                new MemberName("heute"),
                new VersionLink(first),
                new FullDisk(),
                Progress.silent())
            .after(first);
    SiteException failure = assertThrows(SiteException.class, unpacking::run);
    assertEquals("'etc/big' can't be unpacked: No space left on device", failure.what());
    assertTrue(failure.hint().contains("--in-place"), failure::hint);
  }
}
