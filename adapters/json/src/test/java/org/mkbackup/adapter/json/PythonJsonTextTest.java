package org.mkbackup.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;

class PythonJsonTextTest {
  private static final String DUMPS =
      """
      import json, sys
      sys.stdout.write(json.dumps(json.load(sys.stdin), sort_keys=True, indent=4))
      """;

  @Property(tries = 3)
  void writesByteForByteWhatPythonWrites(
      @ForAll @Size(60) List<@From("documents") Literal> documents) {
    String written = PythonJsonText.of(new Literal.Sequence(documents));
    assertEquals(Python.run(DUMPS, written), written);
  }

  @Property(tries = 500)
  void isReadBackAsItWas(@ForAll("documents") Literal document) {
    String written = PythonJsonText.of(document);
    assertEquals(
        written,
        PythonJsonText.of(
            new PythonJson("test").read(written.getBytes(StandardCharsets.US_ASCII))));
  }

  @Provide
  Arbitrary<Literal> documents() {
    return documents(3);
  }

  private static Arbitrary<Literal> documents(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<Literal> inner = documents(depth - 1);
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(4).map(Literal.Sequence::new),
        Arbitraries.maps(texts().map(Literal::text), inner).ofMaxSize(4).map(Literal.Dict::new));
  }

  private static Arbitrary<Literal> scalars() {
    return Arbitraries.oneOf(
        texts().map(Literal::text),
        Arbitraries.bigIntegers().map(Literal.Int::new),
        Arbitraries.doubles().map(Literal.Real::new),
        Arbitraries.of(Literal.none(), Literal.bool(true), Literal.bool(false)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aZ09 \"\\/<>&='{}[]\b\f\n\r\t\0\u001f\u007f\u0080ä\u2028\u2029\uFFFF")
        .withCharRange('\uD83D', '\uD83D')
        .withCharRange('\uDCBE', '\uDCBF')
        .ofMaxLength(8);
  }

  @Test
  void sortsKeysByCodePoint() {
    Literal.Dict keys =
        Literal.Dict.EMPTY
            .with("\uD83D\uDCBE", Literal.none())
            .with("\uFB01", Literal.none())
            .with("b", Literal.none())
            .with("B", Literal.none())
            .with("", Literal.none());
    assertEquals(
        "{\n    \"\": null,\n    \"B\": null,\n    \"b\": null,\n"
            + "    \"\\ufb01\": null,\n    \"\\ud83d\\udcbe\": null\n}",
        PythonJsonText.of(keys));
  }

  @Test
  void writesWhatJsonHasNoTypeForAsTheNearest() {
    Literal one = Literal.integer(1);
    Literal odd =
        new Literal.Dict(
            Map.of(
                one,
                new Literal.Tuple(List.of()),
                Literal.none(),
                new Literal.SetOf(List.of(one)),
                Literal.bool(true),
                new Literal.Bytes("\u00ff")));
    assertEquals(
        "{\n    \"1\": [],\n    \"null\": [\n        1\n    ],\n    \"true\": \"\\u00ff\"\n}",
        PythonJsonText.of(odd));
  }
}
