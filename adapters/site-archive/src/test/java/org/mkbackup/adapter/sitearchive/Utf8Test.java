package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.domain.text.RawName;

class Utf8Test {

  private static boolean isValidForTheJdk(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String raw(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Property(tries = 2000)
  void agreesWithTheJdkOnAnyBytes(@ForAll @Size(max = 6) byte[] bytes) {
    assertEquals(isValidForTheJdk(bytes), Utf8.isValid(raw(bytes)));
  }

  @Property(tries = 2000)
  void agreesWithTheJdkOnBytesThatAreNearlyValid(
      @ForAll int codePoint, @ForAll byte noise, @ForAll byte where) {
    byte[] bytes =
        new String(Character.toChars((codePoint & 0x7fffffff) % 0x110000))
            .getBytes(StandardCharsets.UTF_8);
    bytes[(where & 0xff) % bytes.length] ^= (byte) (noise & (where < 0 ? 0xff : 0));
    assertEquals(isValidForTheJdk(bytes), Utf8.isValid(raw(bytes)));
  }

  @Property(tries = 500)
  void putsOneMarkForEachCharacter(@ForAll String text) {
    String raw = RawName.ofText(text.replaceAll("[\\ud800-\\udfff]", "x"));
    String marked =
        new String(RawName.bytes(raw), StandardCharsets.UTF_8)
            .codePoints()
            .map(c -> c > 0x7f ? '?' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertEquals(marked, Utf8.asciiOnly(raw));
  }

  @ParameterizedTest
  @CsvSource({"a\u00e4b,a?b", "\u00c3,?", "\u00c3\u00a4\u00a4,??", "\u00ff\u00fe,??"})
  void putsOneMarkForEachStrayByte(String raw, String expected) {
    assertEquals(expected, Utf8.asciiOnly(raw));
  }
}
