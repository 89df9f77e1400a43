package org.mkbackup.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PythonFloatTest {
  private static final String HEX_TO_REPR =
      """
      import sys, struct
      for line in sys.stdin:
          print(repr(struct.unpack('>d', bytes.fromhex(line))[0]))
      """;

  @Test
  void printsTimesWithTheirMicroseconds() {
    assertEquals("1502657447.534146", PythonFloat.repr(1502657447.534146));
    assertEquals("1502657447.0", PythonFloat.repr(1502657447));
  }

  @Test
  void printsWhatJsonHasNoNumberFor() {
    assertEquals("NaN", PythonFloat.repr(Double.NaN));
    assertEquals("Infinity", PythonFloat.repr(Double.POSITIVE_INFINITY));
    assertEquals("-Infinity", PythonFloat.repr(Double.NEGATIVE_INFINITY));
  }

  @Test
  void printsTheDigitsThatPythonPrints() {
    List<Double> numbers = new ArrayList<>();
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double power = Math.scalb(1.0, exponent);
      numbers.add(power);
      numbers.add(-Math.nextDown(power));
    }
    for (int exponent = -320; exponent <= 308; exponent++) {
      numbers.add(Double.parseDouble("1e" + exponent));
      numbers.add(Double.parseDouble("123.45e" + (exponent - 2)));
    }
    Random random = new Random(20170813);
    while (numbers.size() < 7000) {
      double any = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(any)) {
        numbers.add(any);
      }
    }
    numbers.add(0.0);
    numbers.add(-0.0);

    assertEquals(
        Python.run(HEX_TO_REPR, lines(numbers, PythonFloatTest::hex)),
        lines(numbers, PythonFloat::repr));
  }

  private static String hex(double number) {
    return String.format("%016x", Double.doubleToRawLongBits(number));
  }

  private static String lines(List<Double> numbers, Function<Double, String> line) {
    return numbers.stream().map(line).collect(Collectors.joining("\n", "", "\n"));
  }
}
