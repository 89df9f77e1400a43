package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mkbackup.domain.data.Literal;

class LiteralRoundTripTest {

  @Provide
  Arbitrary<Literal> literal() {
    return AnyLiteral.any();
  }

  @Provide
  Arbitrary<List<Literal>> literals() {
    return AnyLiteral.any().list().ofSize(60);
  }

  private static Literal read(String text) {
    return LiteralParser.read(Source.of("test", text)).orElseThrow();
  }

  @Property(tries = 300)
  void whatIsPrintedReadsBackTheSame(@ForAll("literal") Literal literal) {
    String printed = LiteralPrinter.print(literal);
    assertEquals(PythonReference.code(literal), PythonReference.code(read(printed)));
  }

  @Property(tries = 200)
  void whatIsReadPrintsTheSameAgain(@ForAll("literal") Literal literal) {
    String printed = LiteralPrinter.print(literal);
    assertEquals(printed, LiteralPrinter.print(read(printed)));
  }

  @Property(tries = 4)
  void pythonReadsWhatIsPrinted(@ForAll("literals") List<Literal> literals) {
    List<String> expected =
        literals.stream().map(literal -> PythonReference.code(literal)).toList();
    assertEquals(
        expected, PythonReference.read(literals.stream().map(LiteralPrinter::print).toList()));
  }
}
