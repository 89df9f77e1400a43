package org.mkbackup.adapter.backupmk;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.mkbackup.domain.data.Literal;

/** Literals of all kinds for property tests. */
final class AnyLiteral {
  private static final String AWKWARD =
      " \t\n\r\f\u000B\u001C\u0085\u00A0\u2028\u3000'\"\\{}#\0\u007Fäß€";

  private AnyLiteral() {}

  /** Texts without surrogates in them, which jqwik would pair by chance. */
  static Arbitrary<String> text() {
    Arbitrary<Character> chars =
        Arbitraries.oneOf(
            Arbitraries.chars().range('a', 'z'),
            Arbitraries.chars().with(AWKWARD),
            Arbitraries.chars().range('\0', '\uD7FF'));
    return Arbitraries.oneOf(
        chars.list().ofMaxSize(12).map(AnyLiteral::join),
        chars.list().ofMaxSize(200).map(AnyLiteral::join),
        Arbitraries.of("", "\uD83D\uDE00", "\uDCE4", "\uFFFD", "-----BEGIN-----\nabc=\n"));
  }

  private static String join(List<Character> chars) {
    StringBuilder text = new StringBuilder();
    chars.forEach(text::append);
    return text.toString();
  }

  /** What can be a key. No two of them are equal to Python if they aren't here. */
  static Arbitrary<Literal> key() {
    Arbitrary<Literal> scalar =
        Arbitraries.oneOf(
            text().map(Literal.Text::new),
            Arbitraries.bigIntegers().map(Literal.Int::new),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(AnyLiteral::bytes),
            Arbitraries.just(Literal.none()));
    return Arbitraries.frequencyOf(
        Tuple.of(5, scalar), Tuple.of(1, scalar.list().ofMaxSize(3).map(Literal.Tuple::new)));
  }

  private static Literal bytes(byte[] raw) {
    return new Literal.Bytes(new String(raw, StandardCharsets.ISO_8859_1));
  }

  static Arbitrary<Literal> any() {
    Arbitrary<Literal> leaf =
        Arbitraries.oneOf(
            key(),
            real().map(Literal.Real::new),
            Arbitraries.of(Literal.bool(true), Literal.bool(false)),
            key().set().ofMaxSize(4).map(items -> new Literal.SetOf(List.copyOf(items))),
            Arbitraries.of(new Literal.Int(BigInteger.TEN.pow(4299))));
    return Arbitraries.recursive(() -> leaf, AnyLiteral::inner, 0, 4);
  }

  static Arbitrary<Double> real() {
    return Arbitraries.oneOf(
            Arbitraries.longs().map(Double::longBitsToDouble),
            Arbitraries.integers().between(-2000, 2000).map(n -> n / 1000.0),
            Arbitraries.of(0.0, -0.0, 1e16, 1e15, 1e-4, 1e-5, Double.MIN_VALUE, Double.MAX_VALUE),
            Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
        .filter(value -> !Double.isNaN(value));
  }

  private static Arbitrary<Literal> inner(Arbitrary<Literal> items) {
    return Arbitraries.oneOf(
        items.list().ofMaxSize(4).map(Literal.Sequence::new),
        items.list().ofMaxSize(3).map(Literal.Tuple::new),
        Arbitraries.maps(key(), items).ofMaxSize(4).map(Literal.Dict::new));
  }
}
