package org.mkbackup.adapter.backupmk;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mkbackup.domain.data.Literal;

/**
 * The order in which {@code pprint} writes keys: that of Python where it has one. Where it has none
 * (a number and a text, say) {@code pprint} goes by the names of the types; here it is always the
 * same.
 */
final class PythonOrder implements Comparator<Literal> {
  private static final PythonOrder INSTANCE = new PythonOrder();

  private PythonOrder() {}

  static List<Map.Entry<Literal, Literal>> sorted(Literal.Dict dict) {
    return dict.entries().entrySet().stream().sorted(Map.Entry.comparingByKey(INSTANCE)).toList();
  }

  static List<Literal> sorted(Literal.SetOf set) {
    return set.items().stream().sorted(INSTANCE).toList();
  }

  @Override
  public int compare(Literal a, Literal b) {
    int byKind = Integer.compare(kind(a), kind(b));
    if (byKind != 0) {
      return byKind;
    }
    if (a instanceof Literal.Text text) {
      return compareCodePoints(text.value(), ((Literal.Text) b).value());
    }
    if (a instanceof Literal.Bytes bytes) {
      return bytes.latin1().compareTo(((Literal.Bytes) b).latin1());
    }
    if (a instanceof Literal.Tuple tuple) {
      return compareItems(tuple.items(), ((Literal.Tuple) b).items());
    }
    return a instanceof Literal.None ? 0 : compareNumbers(a, b);
  }

  private static int kind(Literal literal) {
    if (literal instanceof Literal.None) {
      return 0;
    }
    if (literal instanceof Literal.Bytes) {
      return 1;
    }
    if (literal instanceof Literal.Text) {
      return 3;
    }
    return literal instanceof Literal.Tuple ? 4 : 2;
  }

  private int compareItems(List<Literal> a, List<Literal> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int byItem = compare(a.get(i), b.get(i));
      if (byItem != 0) {
        return byItem;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareNumbers(Literal a, Literal b) {
    double x = approximate(a);
    double y = approximate(b);
    return Double.isInfinite(x) || Double.isInfinite(y)
        ? Double.compare(x, y)
        : exact(a).compareTo(exact(b));
  }

  private static double approximate(Literal number) {
    return number instanceof Literal.Real real ? real.value() : 0;
  }

  private static BigDecimal exact(Literal number) {
    if (number instanceof Literal.Int whole) {
      return new BigDecimal(whole.value());
    }
    if (number instanceof Literal.Bool bool) {
      return bool.value() ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return number instanceof Literal.Real real ? new BigDecimal(real.value()) : BigDecimal.ZERO;
  }

  private static int compareCodePoints(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length()) {
      int x = a.codePointAt(i);
      int y = b.codePointAt(i);
      if (x != y) {
        return Integer.compare(x, y);
      }
      i += Character.charCount(x);
    }
    return Integer.compare(a.length(), b.length());
  }
}
