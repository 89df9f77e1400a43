package org.mkbackup.adapter.backupmk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mkbackup.domain.data.Literal;

/** A literal on one line, as Python's {@code repr} writes it; entries are sorted by their keys. */
final class Repr {
  private static final int MOST_SIGNIFICANT_DIGITS = 17;

  private Repr() {}

  static String of(Literal literal) {
    if (literal instanceof Literal.None) {
      return "None";
    }
    if (literal instanceof Literal.Bool bool) {
      return bool.value() ? "True" : "False";
    }
    if (literal instanceof Literal.Int number) {
      return number.value().toString();
    }
    if (literal instanceof Literal.Real real) {
      return real(real.value());
    }
    if (literal instanceof Literal.Text text) {
      return text(text.value());
    }
    if (literal instanceof Literal.Bytes bytes) {
      return "b" + quoted(bytes.latin1(), true);
    }
    if (literal instanceof Literal.Sequence list) {
      return "[" + joined(list.items()) + "]";
    }
    if (literal instanceof Literal.Tuple tuple) {
      return "(" + joined(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
    }
    if (literal instanceof Literal.SetOf set) {
      return set.items().isEmpty() ? "set()" : "{" + joined(PythonOrder.sorted(set)) + "}";
    }
    return PythonOrder.sorted((Literal.Dict) literal).stream()
        .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static String text(String value) {
    return quoted(value, false);
  }

  /** How many characters wide a text is, as Python counts. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String joined(List<Literal> items) {
    return items.stream().map(Repr::of).collect(Collectors.joining(", "));
  }

  /* The shortest digits that give the same number; Java before 19 has no method for it. */
  private static String real(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("NaN can't be written as a literal");
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "1e999" : "-1e999";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MOST_SIGNIFICANT_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    return notation(shortest.stripTrailingZeros());
  }

  private static String notation(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    String sign = number.signum() < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 16) {
      String plain = number.abs().toPlainString();
      return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    String size = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "");
    return sign + digits.charAt(0) + fraction + "e" + size + Math.abs(exponent);
  }

  private static String quoted(String value, boolean bytes) {
    char quote = value.indexOf('\'') >= 0 && value.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder text = new StringBuilder(value.length() + 2).append(quote);
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == quote || c == '\\') {
                text.append('\\').append((char) c);
              } else {
                text.append(bytes && c > 126 ? escape(c) : character(c));
              }
            });
    return text.append(quote).toString();
  }

  private static String character(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isPrintable(c) ? Character.toString(c) : escape(c);
    };
  }

  private static String escape(int c) {
    String format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    return String.format(Locale.ROOT, format, c);
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
