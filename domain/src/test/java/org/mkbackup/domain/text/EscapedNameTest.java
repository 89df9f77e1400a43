package org.mkbackup.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class EscapedNameTest {

  @Property
  void everyNameComesBack(@ForAll @CharRange(from = 0, to = 255) String raw) {
    assertEquals(raw, EscapedName.raw(EscapedName.of(raw)));
  }

  @Property
  void noControlCharacterIsLeft(@ForAll @CharRange(from = 0, to = 255) String raw) {
    assertTrue(EscapedName.of(raw).codePoints().noneMatch(Character::isISOControl));
  }

  @Test
  void textStaysText() {
    assertEquals("a b/c~", EscapedName.of("a b/c~"));
    assertEquals(
        "caf\u00e9 \ud83d\ude00", EscapedName.of(RawName.ofText("caf\u00e9 \ud83d\ude00")));
  }

  @Test
  void whatIsNoTextIsOctal() {
    assertEquals("\\033[2J", EscapedName.of("\u001b[2J"));
    assertEquals("a\\134b\\012", EscapedName.of("a\\b\n"));
    assertEquals("\\351t\\303", EscapedName.of("\u00e9t\u00c3"));
    assertEquals("\\342\\200\\256x", EscapedName.of(RawName.ofText("\u202ex")));
  }
}
