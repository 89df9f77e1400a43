package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

class PaxRecordsTest {
  private static final Owner OWNER = new Owner(1, 2, "", "");

  private static String records(String name, Instant mtime) {
    Attributes attributes = new Attributes(0644, mtime, OWNER, List.of());
    return PaxRecords.of(new Member(MemberType.FILE, name, "", 0, attributes));
  }

  @Property(tries = 500)
  void readsTheNameThatWasWritten(
      @ForAll @StringLength(min = 1, max = 300) @CharRange(from = 1, to = 255) String name) {
    Map<String, String> read = PaxReader.read(records(name, Instant.EPOCH));
    boolean needed = name.length() > 100 || !Utf8.isAscii(name);
    assertEquals(needed ? name : "none", read.getOrDefault("path", "none"));
    assertEquals(Utf8.isValid(name) ? "none" : "BINARY", read.getOrDefault("hdrcharset", "none"));
  }

  @Property(tries = 500)
  void readsTheTimeThatWasWritten(
      @ForAll @LongRange(min = -10_000_000_000L, max = 10_000_000_000L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant time = Instant.ofEpochSecond(seconds, nanos);
    assertEquals(time, PaxNumber.time(PaxRecords.decimal(time)));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 102, 984, 985, 986, 987, 988, 989, 990, 991, 992, 993, 994, 4000})
  void countsTheDigitsOfTheLength(int length) {
    String name = "x".repeat(length);
    String records = records(name, Instant.EPOCH);
    assertEquals(records.length() + " path=" + name + "\n", records);
  }

  @Test
  void needsNoneForAPlainFile() {
    assertEquals("", records("x".repeat(100), Instant.ofEpochSecond(077777777777L)));
  }

  @Test
  void holdsWhatNoFieldHolds() {
    Owner owner = new Owner(1 << 21, (1L << 32) - 1, "", "");
    Attributes attributes = new Attributes(0644, Instant.ofEpochSecond(-1), owner, List.of());
    Member big = new Member(MemberType.FILE, "x", "", 1L << 33, attributes);
    assertEquals(
        Map.of("uid", "2097152", "gid", "4294967295", "size", "8589934592", "mtime", "-1"),
        PaxReader.read(PaxRecords.of(big)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "5",
        "5 a=b",
        "6 a=b\n7 ",
        "7 a=b\n",
        "5 a=b\n",
        "6 ab=\n\n",
        "6 =ab\n",
        "-6 a=b\n",
        " 6 a=b\n",
        "99999999999 a=b\n",
        "0 a=b\n",
        "2 a=b\n",
        "6 a=bc6 a=b\n",
        "6 abc\n",
        "\u0000",
        "06 a=b\n x",
        "18 GNU.sparse.x=1\n",
        "16 hdrcharset=X\n"
      })
  void refusesMalformedRecords(String records) {
    assertThrows(ArchiveException.class, () -> PaxReader.read(records));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "x", "1e5", "1.5.5", "+1", "0x10", "999999999999999", "1,5", "\u0661"})
  void refusesTimesThatAreNone(String text) {
    assertThrows(ArchiveException.class, () -> PaxNumber.time(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "9999999999999999999", "\u0661"})
  void refusesSizesThatAreNone(String text) {
    assertThrows(ArchiveException.class, () -> PaxNumber.size(text));
  }

  @Property(tries = 500)
  void readsTheExtendedAttributeThatWasWritten(
      @ForAll @StringLength(min = 1, max = 255) @CharRange(from = 1, to = 255) String name,
      @ForAll @StringLength(max = 2000) @CharRange(from = 0, to = 255) String value) {
    ExtendedAttribute written = new ExtendedAttribute("user." + name, value);
    Attributes attributes = new Attributes(0644, Instant.EPOCH, OWNER, List.of(written));
    Extensions extensions = new Extensions();
    extensions.add('x', PaxRecords.of(new Member(MemberType.FILE, "x", "", 0, attributes)));
    assertEquals(List.of(written), extensions.attributes());
  }

  @Test
  void readsRecordsWithAnyBytesInTheirValues() {
    String records = TarForge.record("path=a\n7 b=c\n") + TarForge.record("b=x=y\u00ff");
    Map<String, String> read = PaxReader.read(records);
    assertEquals("a\n7 b=c\n", read.get("path"));
    assertTrue(read.containsValue("x=y\u00ff"), read::toString);
  }
}
