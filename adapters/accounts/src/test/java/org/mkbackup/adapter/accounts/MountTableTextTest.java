package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountTableTextTest {
  private static final Set<String> PLACES = Set.of("/omd/sites/s1/tmp", "/opt/omd/sites/s1/tmp");
  private static final String LINE = "tmpfs  /omd/sites/s1/tmp tmpfs noauto 0 0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        LINE,
        "none\t/opt/omd/sites/s1/tmp\ttmpfs\tuser",
        "  tmpfs /omd/sites/s1/tmp/ tmpfs",
        "tmpfs /omd/sites/s\\061/tmp tmpfs x 0 0",
        "/dev/sda1 / ext4\n" + LINE,
      })
  void knowsATmpfsOfTheSite(String text) {
    assertTrue(new MountTableText(text).hasTmpfs(PLACES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "#" + LINE,
        "# " + LINE,
        "tmpfs /omd/sites/s1/tmp",
        "tmpfs /omd/sites/s1/tmp2 tmpfs user 0 0",
        "tmpfs /omd/sites/s11/tmp tmpfs user 0 0",
        "/dev/sdb /omd/sites/s1/tmp ext4 defaults 0 0",
        "/omd/sites/s1/tmp /mnt none bind",
      })
  void doesNotTakeAnotherLineForIt(String text) {
    assertFalse(new MountTableText(text).hasTmpfs(PLACES));
    assertEquals(text, new MountTableText(text).without(PLACES).raw());
  }

  @Test
  void aLastLineWithoutItsEndGetsIt() {
    assertEquals("proc /proc proc\n" + LINE + "\n", with("proc /proc proc"));
    assertEquals("proc /proc proc\n" + LINE + "\n", with("proc /proc proc\n"));
    assertEquals(LINE + "\n", with(""));
  }

  @Property(tries = 300)
  void allOtherBytesStayWhenTheLineComesAndGoes(@ForAll("tables") String table) {
    MountTableText with = new MountTableText(table).with(LINE);
    assertTrue(with.hasTmpfs(PLACES));
    assertEquals(
        table.isEmpty() || table.endsWith("\n") ? table : table + "\n", with.without(PLACES).raw());
  }

  @Provide
  Arbitrary<String> tables() {
    return Arbitraries.strings().withCharRange('\0', '\u00ff').withChars("\n\t #").ofMaxLength(200);
  }

  private static String with(String before) {
    return new MountTableText(before).with(LINE).raw();
  }
}
