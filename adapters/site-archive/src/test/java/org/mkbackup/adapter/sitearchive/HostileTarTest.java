package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

/** What only a tar can be hostile with. */
class HostileTarTest {
  private static final byte[] BLOCK = new byte[512];

  private static Arguments lie(String what, TarForge forge) {
    return Arguments.of(what, forge.end());
  }

  private static TarForge withField(int offset, String value) {
    return TarForge.site()
        .member('0', "heute/x", "", "", header -> TarForge.put(header, offset, value));
  }

  private static TarForge withPax(String... records) {
    return TarForge.site().pax(records).file("heute/x", "content");
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("a negative size", withField(124, "\u00ff".repeat(12))),
        lie("a size of 2^62", withField(124, "\u0080\0\0\0@\0\0\0\0\0\0\0")),
        lie("a size beyond 2^64", withField(124, "\u0080\u0001\0\0\0\0\0\0\0\0\0\0")),
        lie("a size that is no number", withField(124, "12345678901\n")),
        lie("a size that is larger than the archive", withField(124, "77777777777\0")),
        lie("a time beyond all", withField(136, "\u0080\0\0\0@\0\0\0\0\0\0\0")),
        lie("a time before all", withField(136, "\u00ff\u00ff\u00ff\u00ff\u0080\0\0\0\0\0\0\0")),
        lie("a mode that is no number", withField(100, "rwxrwxr\0")),
        lie("a size in a record that is none", withPax("size=-1")),
        lie("a size in a record that is huge", withPax("size=999999999999999999")),
        lie("a size in a record that is too long", withPax("size=99999999999999999999")),
        lie("a time in a record that is none", withPax("mtime=noon")),
        lie("a name with a NUL", withPax("path=heute/x\0y")),
        lie("a name of 5000 bytes", withPax("path=heute" + "/x".repeat(2500))),
        lie("a name without end", withPax("path=heute/" + "x".repeat(256))),
        lie("a sparse file of GNU's", withPax("GNU.sparse.major=1")),
        lie("names in KOI-8", withPax("hdrcharset=KOI-8")),
        lie("a record without a key", TarForge.site().member('x', "p", "", "5 =x\n")),
        lie("a record that is cut", TarForge.site().member('x', "p", "", "99 path=x\n")),
        lie("two sets of records", TarForge.site().pax("path=a").pax("path=b").file("x", "")),
        lie("two long names", longName("a").member('L', "././@LongLink", "", "b\0").file("x", "")),
        lie("records for nothing", TarForge.site().pax("path=heute/x")),
        lie("a long name that leads out", longName("heute/../out").file("heute/x", "")),
        lie(
            "a symlink with a NUL",
            TarForge.site().pax("linkpath=a\0b").member('2', "heute/l", "x", "")),
        lie("a symlink with content", TarForge.site().member('2', "heute/l", "x", "content")),
        lie(
            "a hard link with content",
            TarForge.site().file("heute/a", "").member('1', "heute/l", "heute/a", "x")),
        lie("a directory with content", TarForge.site().member('5', "heute/d/", "", "content")),
        lie("a file whose name ends in a slash", TarForge.site().file("heute/x/", "content")),
        lie("a header with a wrong checksum", TarForge.site().raw(TarForge.padded("heute/x"))),
        lie("a single block of zeros", TarForge.site().raw(BLOCK).file("heute/x", "content")));
  }

  private static TarForge longName(String name) {
    return TarForge.site().member('L', "././@LongLink", "", name + "\0");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void isRefused(String what, byte[] archive) {
    assertThrows(ArchiveException.class, () -> Archives.check(archive), what);
  }

  @ParameterizedTest
  @ValueSource(chars = {'3', '4', '8', 'A', 'D', 'M', 'N', 'S', 'V', 'X', ' ', '\n', '\u00ff'})
  void refusesUnknownTypes(char flag) {
    byte[] archive = TarForge.site().member(flag, "heute/x", "", "").end();
    ArchiveException refused = assertThrows(ArchiveException.class, () -> Archives.check(archive));
    assertTrue(refused.what().contains("heute/x"), refused::what);
  }

  @Test
  void refusesAnExtendedHeaderThatWouldFillTheMemory() {
    TarForge forge = TarForge.site();
    forge.member('x', "p", "", "", header -> TarForge.put(header, 124, "17777777777\0"));
    assertThrows(ArchiveException.class, () -> Archives.check(forge.end()));
    TarForge oneByteMore = TarForge.site().member('x', "p", "", "x".repeat(1024 * 1024 + 1));
    assertThrows(ArchiveException.class, () -> Archives.check(oneByteMore.end()));
  }

  @Test
  void refusesAContainerAndSaysHowToRestoreIt() {
    byte[] container = new byte[20_000];
    container[0] = '2';
    ArchiveException refused =
        assertThrows(ArchiveException.class, () -> Archives.check(container));
    assertTrue(refused.hint().contains("mkbackup restore"), refused::hint);
  }

  @Test
  void keepsControlCharactersOutOfWhatItSays() {
    byte[] archive = TarForge.site().file("heute/\n\u001b[2J/../x", "").end();
    ArchiveException refused = assertThrows(ArchiveException.class, () -> Archives.check(archive));
    assertTrue(refused.what().chars().noneMatch(Character::isISOControl), refused::what);
  }
}
