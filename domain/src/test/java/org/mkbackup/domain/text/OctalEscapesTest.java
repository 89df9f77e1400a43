package org.mkbackup.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class OctalEscapesTest {

  @Test
  void writesWhatSeparatesFieldsAsTheKernelDoes() {
    assertEquals("/a\\040b\\011c\\012d\\134e$", OctalEscapes.escape("/a b\tc\nd\\e$"));
  }

  @Test
  void readsNoEscapeWhereThereIsNone() {
    assertEquals("/a\\04/\\999\\", OctalEscapes.unescape("/a\\04/\\999\\"));
  }

  @Property(tries = 300)
  void readsWhatItWrote(@ForAll @CharRange(from = '\0', to = '\u00ff') String raw) {
    String written = OctalEscapes.escape(raw);
    assertFalse(written.chars().anyMatch(c -> c <= ' '));
    assertEquals(raw, OctalEscapes.unescape(written));
  }
}
