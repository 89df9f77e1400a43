package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.run.Progress;

/** Archives that say one thing in a header and another in a record, or say it without end. */
class OverridingRecordsTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path directory;

  private static Arguments lie(String what, TarForge forge) {
    return Arguments.of(what, forge.end());
  }

  static Stream<Arguments> lies() {
    String good = "heute/good";
    return Stream.of(
        lie("a record leads up", TarForge.site().pax("path=heute/../out").file(good, "x")),
        lie("a record leads elsewhere", TarForge.site().pax("path=/etc/passwd").file(good, "x")),
        lie("a record for all leads out", global("path=/etc/passwd").file(good, "x")),
        lie("a record for all links out", link(global("linkpath=../../etc/passwd"))),
        lie("a record links out", link(TarForge.site().pax("linkpath=/etc/passwd"))),
        lie("a record makes it longer", TarForge.site().pax("size=2000").file(good, "x")),
        lie("a record makes it shorter", TarForge.site().pax("size=1").file(good, "x".repeat(600))),
        lie("a record for all makes it longer", global("size=99999999").file(good, "x")),
        lie("a name of 64 KiB", TarForge.site().pax("path=" + long64("heute/")).file(good, "x")),
        lie("a GNU name of 64 KiB", gnu('L', long64("heute/")).file(good, "x")),
        lie("a name of 64 KiB in pieces", gnu('L', "heute" + "/n".repeat(32768)).file(good, "x")),
        lie("a link of 64 KiB", gnu('K', long64("")).member('2', "heute/l", "", "")),
        lie("a hard link of 64 KiB", link(TarForge.site().pax("linkpath=" + long64("heute/")))));
  }

  private static TarForge global(String record) {
    return TarForge.site().member('g', "./global", "", TarForge.record(record));
  }

  private static TarForge link(TarForge forge) {
    return forge.member('1', "heute/link", "heute/", "");
  }

  private static TarForge gnu(char flag, String name) {
    return TarForge.site().member(flag, "././@LongLink", "", name + "\0");
  }

  private static String long64(String prefix) {
    return prefix + "n".repeat(65536);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void isRefusedInAShortLineAndLeavesNothingOutside(String what, byte[] archive)
      throws IOException {
    Path tree = directory.resolve("new");

    ArchiveException refused =
        assertThrows(ArchiveException.class, () -> Archives.unpack(archive, tree), what);

    assertTrue(refused.getMessage().length() < 10_000, what);
    try (Stream<Path> entries = Files.list(directory)) {
      assertEquals(List.of(tree), entries.toList());
    }
  }

  @Test
  void refusesRecordsForAllThatWouldFillTheMemory() {
    TarForge forge = TarForge.site();
    for (int i = 0; i < 3; i++) {
      String record = TarForge.record("key" + i + "=" + "x".repeat(MEBIBYTE / 2));
      forge.member('g', "./global", "", record);
    }
    assertThrows(ArchiveException.class, () -> Archives.check(forge.end()));
  }

  /* 1 GiB of zeros, in a megabyte: content of a file, or behind the end of the tar. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatExpandsToMuchMoreTakesNoMoreMemory(boolean inAFile) throws IOException {
    String size = String.format("%011o\0", 1L << 30);
    TarForge forge = TarForge.site();
    if (inAFile) {
      forge.member('0', "heute/bomb", "", "", header -> TarForge.put(header, 124, size));
    }
    byte[] begin = inAFile ? forge.cut() : forge.end();
    byte[] piece = gzip(new byte[16 * MEBIBYTE]);
    InputStream zeros =
        new SequenceInputStream(
            Collections.enumeration(
                Collections.nCopies(64, piece).stream().map(ByteArrayInputStream::new).toList()));
    InputStream bomb =
        new SequenceInputStream(
            new SequenceInputStream(new ByteArrayInputStream(gzip(begin)), zeros),
            new ByteArrayInputStream(gzip(new byte[1024])));
    long before = used();

    try (SiteArchiver.Opened opened = Archives.open(bomb)) {
      opened.check(Progress.silent());
    }

    assertTrue(used() - before < 64L * MEBIBYTE, "it was kept");
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(stored)) {
      gzip.write(content);
    }
    return stored.toByteArray();
  }

  @Test
  void aNameOfOneFileThatComesOftenIsOneFile() throws IOException {
    TarForge forge = TarForge.site();
    for (int i = 0; i < 1000; i++) {
      forge.file("heute/again", "time " + i);
    }
    Path tree = directory.resolve("new");
    Archives.unpack(forge.end(), tree);
    assertEquals("time 999", Files.readString(tree.resolve("again"), StandardCharsets.ISO_8859_1));
  }
}
