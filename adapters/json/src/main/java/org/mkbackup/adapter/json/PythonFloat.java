package org.mkbackup.adapter.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating numbers as Python's {@code repr} prints them: the fewest digits that read back. */
final class PythonFloat {
  private static final int MOST_DIGITS = 17;
  private static final int LEAST_PLAIN_EXPONENT = -4;
  private static final int LEAST_HIGH_EXPONENT = 16;
  private static final RoundingMode[] NEAREST_FIRST = {
    RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN
  };

  private PythonFloat() {}

  static String repr(double value) {
    if (Double.isNaN(value)) {
      return NonFinite.NOT_A_NUMBER;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? NonFinite.INFINITY : "-" + NonFinite.INFINITY;
    }
    if (value == 0) {
      return Double.doubleToRawLongBits(value) == 0 ? "0.0" : "-0.0";
    }
    BigDecimal decimal = shortest(value).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    return exponent >= LEAST_PLAIN_EXPONENT && exponent < LEAST_HIGH_EXPONENT
        ? decimal.setScale(Math.max(1, decimal.scale())).toPlainString()
        : scientific(decimal, exponent);
  }

  /* Double.toString may print a digit more than is needed before Java 19. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      for (RoundingMode mode : NEAREST_FIRST) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == value) {
          return rounded;
        }
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String scientific(BigDecimal decimal, int exponent) {
    String digits = decimal.unscaledValue().abs().toString();
    return (decimal.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
