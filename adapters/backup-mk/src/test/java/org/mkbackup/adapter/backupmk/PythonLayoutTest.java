package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mkbackup.domain.data.Literal;

/** Files come out in the layout of {@code pprint}, so that a rewrite changes what it must only. */
class PythonLayoutTest {

  /* Characters that are printable to Java's Unicode and to Python's alike. */
  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withCharRange('a', 'e')
        .withChars(" \n\r\t\f'\"\\\u0085\u00A0\u2028äß€\u3000\u0001")
        .ofMaxLength(120);
  }

  private static Arbitrary<Literal> leaf() {
    return Arbitraries.oneOf(
        text().map(Literal.Text::new),
        Arbitraries.bigIntegers().map(Literal.Int::new),
        AnyLiteral.real().filter(Double::isFinite).map(Literal.Real::new),
        Arbitraries.of(Literal.none(), Literal.bool(true), Literal.bool(false)));
  }

  private static Arbitrary<Literal> inner(Arbitrary<Literal> items) {
    return Arbitraries.oneOf(
        items.list().ofMaxSize(5).map(Literal.Sequence::new),
        items.list().ofMaxSize(3).map(Literal.Tuple::new),
        text()
            .map(text -> (Literal) new Literal.Text(text))
            .set()
            .ofMinSize(1)
            .ofMaxSize(1)
            .map(set -> new Literal.SetOf(List.copyOf(set))),
        Arbitraries.maps(text().map(Literal.Text::new), items)
            .ofMaxSize(5)
            .map(entries -> new Literal.Dict(Map.copyOf(entries))),
        Arbitraries.maps(
                Arbitraries.longs()
                    .map(n -> (Literal) new Literal.Tuple(List.of(Literal.integer(n)))),
                items)
            .ofMaxSize(3)
            .map(Literal.Dict::new));
  }

  @Provide
  Arbitrary<List<Literal>> literals() {
    return Arbitraries.recursive(PythonLayoutTest::leaf, PythonLayoutTest::inner, 0, 4)
        .list()
        .ofSize(60);
  }

  @Property(tries = 5)
  void printsAsPprintDoes(@ForAll("literals") List<Literal> literals) {
    List<String> ours = literals.stream().map(LiteralPrinter::print).toList();
    assertEquals(PythonReference.print(ours), ours);
  }

  /* Words and a few line ends, so that pieces end close to the last column. */
  @Provide
  Arbitrary<List<Literal>> longTexts() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars('a')
            .ofMinLength(1)
            .ofMaxLength(12)
            .list()
            .ofMinSize(8)
            .ofMaxSize(30)
            .map(words -> String.join(" ", words));
    return texts.flatMap(PythonLayoutTest::embedded).list().ofSize(150);
  }

  private static Arbitrary<Literal> embedded(String text) {
    Literal literal = new Literal.Text(text);
    return Arbitraries.of(
        literal,
        new Literal.Text(text + "\n" + text),
        new Literal.Tuple(List.of(literal)),
        new Literal.Sequence(List.of(literal, literal)),
        Literal.Dict.EMPTY.with("k", Literal.Dict.EMPTY.with("key", literal)));
  }

  @Property(tries = 4)
  void breaksLongTextsWherePprintDoes(@ForAll("longTexts") List<Literal> literals) {
    printsAsPprintDoes(literals);
  }
}
