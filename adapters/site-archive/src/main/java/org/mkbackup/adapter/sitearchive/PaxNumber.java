package org.mkbackup.adapter.sitearchive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.regex.Pattern;

/** Numbers in pax records. */
final class PaxNumber {
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");
  /* A hundred billion seconds, some three thousand years, either way. */
  private static final Pattern TIME = Pattern.compile("-?[0-9]{1,11}(?:\\.[0-9]{0,20})?");

  private PaxNumber() {}

  static long size(String text) {
    if (!SIZE.matcher(text).matches()) {
      throw Damage.damaged(Damage.quote(text) + " is no size");
    }
    return Long.parseLong(text);
  }

  /** Seconds since the epoch; what is finer than nanoseconds is cut. */
  static Instant time(String text) {
    if (!TIME.matcher(text).matches()) {
      throw Damage.damaged(Damage.quote(text) + " is no time");
    }
    BigDecimal seconds = new BigDecimal(text);
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    BigDecimal nanos = seconds.subtract(whole).movePointRight(9);
    return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValue());
  }
}
