package org.mkbackup.adapter.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.OneLine;

/** A named place in a JSON document, for reading it with messages that say where it is wrong. */
record JsonField(String path, Literal value) {
  private static final int MICROSECOND_DIGITS = 6;
  private static final int MOST_SHOWN = 60;
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /** What stands under a key; a null counts as nothing. */
  Optional<JsonField> get(String key) {
    return dict()
        .get(key)
        .filter(found -> !(found instanceof Literal.None))
        .map(found -> new JsonField(path + ": " + key, found));
  }

  JsonField require(String key) {
    return get(key).orElseThrow(() -> wrong("has no '" + key + "'"));
  }

  Literal.Dict dict() {
    if (value instanceof Literal.Dict dict) {
      return dict;
    }
    throw no("is not an object");
  }

  List<JsonField> items() {
    if (value instanceof Literal.Sequence list) {
      return IntStream.range(0, list.items().size())
          .mapToObj(i -> new JsonField(path + "[" + i + "]", list.items().get(i)))
          .toList();
    }
    throw no("is not a list");
  }

  String text() {
    if (value instanceof Literal.Text text) {
      return text.value();
    }
    throw no("is not a text");
  }

  boolean bool() {
    if (value instanceof Literal.Bool bool) {
      return bool.value();
    }
    throw no("is neither true nor false");
  }

  /** A size in bytes and the like. */
  long count() {
    if (value instanceof Literal.Int number
        && number.value().signum() >= 0
        && number.value().compareTo(LARGEST) <= 0) {
      return number.value().longValueExact();
    }
    throw no("is not a whole number of 0 or more");
  }

  double number() {
    if (value instanceof Literal.Int number) {
      return number.value().doubleValue();
    }
    if (value instanceof Literal.Real real) {
      return real.value();
    }
    throw no("is not a number");
  }

  /** A time, from seconds since the epoch, rounded to the microsecond. */
  Instant instant() {
    double seconds = number();
    if (!(Math.abs(seconds) <= LAST_SECOND)) {
      throw no("is not a time");
    }
    long micros =
        BigDecimal.valueOf(seconds)
            .setScale(MICROSECOND_DIGITS, RoundingMode.HALF_EVEN)
            .unscaledValue()
            .longValueExact();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** A time as {@link #instant} reads it. */
  static Literal seconds(Instant time) {
    BigDecimal seconds =
        BigDecimal.valueOf(time.getEpochSecond())
            .add(BigDecimal.valueOf(time.getNano() / 1000, MICROSECOND_DIGITS));
    return new Literal.Real(seconds.doubleValue());
  }

  private ArchiveException no(String how) {
    return wrong(how + ": " + shown());
  }

  /** The value in a few words, for people. */
  String shown() {
    if (value instanceof Literal.Dict) {
      return "an object";
    }
    if (value instanceof Literal.Sequence) {
      return "a list";
    }
    String text = value instanceof Literal.Text t ? t.value() : PythonJsonText.of(value);
    String cut = OneLine.beginning(text, MOST_SHOWN);
    return value instanceof Literal.Text ? "'" + cut + "'" : cut;
  }

  ArchiveException wrong(String how) {
    return new ArchiveException(path + " " + how, "");
  }
}
