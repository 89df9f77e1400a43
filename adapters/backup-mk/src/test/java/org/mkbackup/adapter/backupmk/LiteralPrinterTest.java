package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;

class LiteralPrinterTest {

  private static String reprinted(String text) {
    return LiteralPrinter.print(LiteralParser.read(Source.of("test", text)).orElseThrow());
  }

  @Test
  void writesAJobAsCheckmkDoes() {
    String asWritten =
        """
        {'jobs': {'nightly': {'compress': True,
                              'encrypt': None,
                              'no_history': False,
                              'schedule': {'disabled': False,
                                           'period': ('month_begin', 28),
                                           'timeofday': [(2, 30), (14, 0)]},
                              'target': 'nas',
                              'title': 'Nightly'}},
         'targets': {}}""";
    assertEquals(asWritten, reprinted(asWritten));
  }

  @Test
  void sortsKeysOfDifferentTypesAlwaysTheSame() {
    String sorted =
        "{None: 0, b'a': 0, -1.5: 0, 1: 0, 2.5: 0, 'a': 0, '\uFFFD': 0, '\uD83D\uDE00': 0}";
    String shuffled =
        "{'\uD83D\uDE00': 0, 2.5: 0, 'a': 0, '\uFFFD': 0, 1: 0, b'a': 0, None: 0, -1.5: 0}";
    assertEquals(sorted, reprinted(sorted));
    assertEquals(sorted, reprinted(shuffled));
  }

  @Test
  void sortsInfinitiesAndTuplesLikePython() {
    String sorted = "{-1e999, -1, False, 0.5, 1, 1e999, (), (1,), (1, 'a'), (1, 'b'), (2,)}";
    assertEquals(
        sorted,
        reprinted("{(2,), (1, 'b'), 1, (1, 'a'), 1e999, (1,), (), -1e999, 0.5, " + "False, -1}"));
  }

  @Test
  void refusesWhatHasNoLiteral() {
    Literal nan = new Literal.Sequence(List.of(new Literal.Real(Double.NaN)));
    assertThrows(IllegalArgumentException.class, () -> LiteralPrinter.print(nan));
  }
}
