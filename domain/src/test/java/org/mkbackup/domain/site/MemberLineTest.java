package org.mkbackup.domain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.ArchiveMember.Kind;

class MemberLineTest {
  private static final String GOOD =
      "f\t644\t1600000000.123456789\t3\theute\theute\t" + "a".repeat(64) + "\theute/a b\t";

  @Property
  void everyMemberComesBack(
      @ForAll Kind kind,
      @ForAll @CharRange(from = 0, to = 255) String path,
      @ForAll @CharRange(from = 0, to = 255) String link,
      @ForAll @LongRange(min = 0) long size,
      @ForAll @IntRange(max = 07777) int mode,
      @ForAll @LongRange(min = -31_557_014_167_219_200L, max = 31_556_889_864_403_199L)
          long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll boolean digested) {
    ListedMember listed =
        new ListedMember(
            new ArchiveMember(
                kind, path, link, size, mode, Instant.ofEpochSecond(seconds, nanos), "us er", "9"),
            digested ? Optional.of("0f".repeat(32)) : Optional.empty());
    String line = MemberLine.of(listed);
    assertEquals(listed, MemberLine.parse(line));
    assertFalse(line.contains("\n"));
  }

  @Test
  void aLineIsReadable() {
    assertEquals(GOOD, MemberLine.of(MemberLine.parse(GOOD)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "f",
        "x\t644\t1.000000000\t3\ta\tb\t-\tpath\t",
        "f\t99\t1.000000000\t3\ta\tb\t-\tpath\t",
        "f\t644\t1.0\t3\ta\tb\t-\tpath\t",
        "f\t644\t99999999999999999.000000000\t3\ta\tb\t-\tpath\t",
        "f\t644\t1.000000000\t-3\ta\tb\t-\tpath\t",
        "f\t644\t1.000000000\t99999999999999999999\ta\tb\t-\tpath\t",
        "f\t644\t1.000000000\t3\ta\tb\tabc\tpath\t",
        "f\t644\t1.000000000\t3\ta\tb\t-\tpath",
        "f\t644\t1.000000000\t3\ta\tb\t-\tpath\t\tmore"
      })
  void whatIsNoLineIsRefused(String line) {
    assertThrows(ArchiveException.class, () -> MemberLine.parse(line));
  }

  @Test
  void whatIsWrongIsNamedAndDoesNothingToATerminal() {
    String wrong = GOOD.replace("\t644\t", "\t9\u001b[2J\t");
    ArchiveException refused = assertThrows(ArchiveException.class, () -> MemberLine.parse(wrong));
    assertEquals("'9\\033[2J' is no mode", refused.what());
    ArchiveException more =
        assertThrows(ArchiveException.class, () -> MemberLine.parse(GOOD + "\tmore"));
    assertTrue(more.what().endsWith("\u2026' has 10 fields instead of 9"), more::what);
  }

  @Test
  void aLineWithoutEndIsRefused() {
    assertThrows(
        ArchiveException.class, () -> MemberLine.parse(GOOD + "x".repeat(MemberLine.LONGEST)));
  }
}
