package org.mkbackup.adapter.rrdcached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.mkbackup.domain.text.RawName;

class RrdPathTest {

  @Property(tries = 300)
  void isReadByTheDaemonAsItWas(
      @ForAll
          @NotBlank
          @StringLength(max = 40)
          @CharRange(from = ' ', to = '.')
          @CharRange(from = '0', to = '~')
          @CharRange(from = 0x80, to = 0xff)
          String name)
      throws IOException {
    Path rrd = RawName.resolve(Path.of("/"), name + ".rrd");

    for (String argument : RrdPath.arguments(rrd)) {
      assertEquals("/" + name + ".rrd", firstField(argument + " 1:2"));
    }
  }

  /* As rrdcached takes a field off a line. */
  private static String firstField(String line) {
    StringBuilder field = new StringBuilder();
    for (int i = 0; line.charAt(i) != ' '; i++) {
      if (line.charAt(i) == '\\') {
        i++;
      }
      field.append(line.charAt(i));
    }
    return field.toString();
  }

  @Property(tries = 40)
  void refusesControlCharacters(@ForAll @CharRange(from = 1, to = 31) char control) {
    assertThrows(IOException.class, () -> RrdPath.arguments(Path.of("/a" + control + ".rrd")));
  }

  @Example
  void refusesAPathThatIsTooLongForALine() {
    assertThrows(IOException.class, () -> RrdPath.arguments(Path.of("/" + "a".repeat(4000))));
  }

  @Example
  void isOneNameWhereNothingIsALink() throws IOException {
    assertEquals(Set.of("/a.rrd"), RrdPath.arguments(Path.of("/a.rrd")));
  }
}
