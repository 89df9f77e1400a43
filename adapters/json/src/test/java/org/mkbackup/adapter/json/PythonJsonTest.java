package org.mkbackup.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ArchiveException;

class PythonJsonTest {
  private static Literal read(String json) {
    return new PythonJson("test").read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Literal real(double value) {
    return new Literal.Real(value);
  }

  @Test
  void tellsWholeNumbersFromFloatingOnes() {
    assertEquals(
        new Literal.Sequence(
            List.of(
                Literal.integer(1),
                real(1),
                real(100),
                Literal.integer(0),
                real(-0.0),
                new Literal.Int(BigInteger.TEN.pow(40)))),
        read("[1, 1.0, 1E2, -0, -0.0, 1" + "0".repeat(40) + "]"));
  }

  @Test
  void readsTheNumbersThatOnlyPythonHas() {
    assertEquals(
        new Literal.Sequence(
            List.of(
                real(Double.NaN),
                real(Double.POSITIVE_INFINITY),
                real(Double.NEGATIVE_INFINITY),
                real(Double.POSITIVE_INFINITY),
                Literal.text("NaN \" Infinity \\"))),
        read("[NaN,Infinity, -Infinity, 1e999, \"NaN \\\" Infinity \\\\\"]"));
  }

  @Test
  void takesTheLastOfEqualKeys() {
    assertEquals(Literal.Dict.EMPTY.with("a", Literal.integer(2)), read("{\"a\": 1, \"a\": 2}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1] 2",
        "{} }",
        "[1,]",
        "{\"a\":1,}",
        "{'a': 1}",
        "{a: 1}",
        "// c\n1",
        "[1;2]",
        "TRUE",
        "01",
        "1.",
        ".5",
        "+1",
        "-NaN",
        "1NaN",
        "NaNNaN",
        "nan",
        "\"\n\"",
        "\"a",
        "\"\\x41\"",
        "\u00A01"
      })
  void refusesWhatPythonRefuses(String json) {
    ArchiveException failure = assertThrows(ArchiveException.class, () -> read(json));
    assertTrue(failure.what().startsWith("test "), failure::what);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThrows(
        ArchiveException.class,
        () -> new PythonJson("test").read(new byte[] {'"', (byte) 0xff, '"'}));
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    String deep = "[".repeat(100_000);
    ArchiveException failure = assertThrows(ArchiveException.class, () -> read(deep));
    assertTrue(failure.what().contains("esting"), failure::what);
    assertTrue(read("[".repeat(50) + "]".repeat(50)) instanceof Literal.Sequence);
  }

  @Test
  void refusesADocumentOfMoreThanItsLargestSize() {
    assertThrows(
        ArchiveException.class,
        () -> new PythonJson("test").read(new byte[PythonJson.MOST_BYTES + 1]));
  }

  @Property(tries = 2000)
  void failsInOneWayOnly(@ForAll byte[] anything) {
    try {
      new PythonJson("test").read(anything);
    } catch (ArchiveException refused) {
      assertTrue(refused.what().startsWith("test "), refused::what);
    }
  }
}
