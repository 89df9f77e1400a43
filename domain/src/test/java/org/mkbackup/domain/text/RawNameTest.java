package org.mkbackup.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RawNameTest {

  @Provide
  Arbitrary<String> rawPath() {
    return Arbitraries.oneOf(
            Arbitraries.chars().range('\u0001', '\u00FF'), Arbitraries.of('/', '/', '.', '%', 'a'))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(chars -> chars.stream().map(String::valueOf).collect(Collectors.joining()));
  }

  private static List<String> components(String raw) {
    return Stream.of(raw.split("/", -1)).filter(component -> !component.isEmpty()).toList();
  }

  @Property(tries = 1000)
  void pathsComeBackAsTheirBytes(@ForAll("rawPath") String raw) {
    String expected = (raw.startsWith("/") ? "/" : "") + String.join("/", components(raw));
    assertEquals(expected, RawName.of(RawName.toPath(raw)));
    assertEquals(RawName.toPath(expected), RawName.toPath(raw));
    assertEquals(raw.startsWith("/"), RawName.toPath(raw).isAbsolute());
  }

  @Property(tries = 500)
  void theNameOfAPathIsItsLastComponent(@ForAll("rawPath") String raw) {
    List<String> components = components(raw);
    String last = components.isEmpty() ? "" : components.get(components.size() - 1);
    assertEquals(last, RawName.nameOf(RawName.toPath(raw)));
  }

  @Property(tries = 500)
  void resolvingPutsADirectoryInFront(@ForAll("rawPath") String raw) {
    Path directory = RawName.toPath("/omd/\u00e4");
    assertEquals(
        "/omd/\u00e4/" + RawName.of(RawName.toPath("x" + raw)),
        RawName.of(RawName.resolve(directory, "x" + raw)));
  }

  @Test
  void leavesDotsAloneWhateverElseIsInTheName() {
    assertEquals("../\u00fc/./..", RawName.of(RawName.toPath("../\u00fc/./..")));
    assertEquals("/a/../\u00fc", RawName.of(RawName.toPath("/a/../\u00fc")));
  }

  @Test
  void slashesThatAreTooManyAreNoPartOfAPath() {
    assertEquals(RawName.toPath("/\u00fc/a"), RawName.toPath("//\u00fc///a//"));
    assertEquals("a", RawName.nameOf(RawName.toPath("\u00fc/a//")));
  }

  @Test
  void theRootHasNoName() {
    assertEquals("", RawName.nameOf(Path.of("/")));
    assertEquals("/", RawName.of(Path.of("/")));
  }

  @Test
  void textsBecomeUtf8AndBack() {
    assertEquals("\u00c3\u00a4", RawName.ofText("ä"));
    assertEquals("ä€", RawName.forPeople(RawName.ofText("ä€")));
    assertEquals("ä", RawName.forPeople(RawName.toPath(RawName.ofText("ä"))));
    assertEquals("\uFFFD", RawName.forPeople("\u00e4"));
  }

  @Test
  void refusesCharsThatAreNoBytes() {
    assertThrows(IllegalArgumentException.class, () -> RawName.toPath("\u20ac"));
  }
}
