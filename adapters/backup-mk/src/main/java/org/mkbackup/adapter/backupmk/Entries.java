package org.mkbackup.adapter.backupmk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.data.Literal;

/**
 * What stands in braces, with keys that are equal to Python taken for one: it calls {@code 1},
 * {@code 1.0} and {@code True} equal, keeps the first of them, and the last value.
 */
final class Entries {
  private final Map<Object, Literal> keys = new LinkedHashMap<>();
  private final Map<Object, Literal> values = new LinkedHashMap<>();

  /** False, and nothing is put, if the key is of a kind that can't be one. */
  boolean put(Literal key, Literal value) {
    Optional<Object> identity = identity(key);
    identity.ifPresent(
        same -> {
          keys.putIfAbsent(same, key);
          values.put(same, value);
        });
    return identity.isPresent();
  }

  Literal dict() {
    Map<Literal, Literal> entries = new LinkedHashMap<>();
    keys.forEach((same, key) -> entries.put(key, values.getOrDefault(same, key)));
    return new Literal.Dict(entries);
  }

  Literal set() {
    return new Literal.SetOf(new ArrayList<>(keys.values()));
  }

  private static Optional<Object> identity(Literal key) {
    if (key instanceof Literal.Bool bool) {
      return Optional.of(bool.value() ? BigInteger.ONE : BigInteger.ZERO);
    }
    if (key instanceof Literal.Int number) {
      return Optional.of(number.value());
    }
    if (key instanceof Literal.Real real) {
      return Optional.of(number(real.value()));
    }
    if (key instanceof Literal.Tuple tuple) {
      List<Object> items = new ArrayList<>();
      tuple.items().forEach(item -> identity(item).ifPresent(items::add));
      return items.size() == tuple.items().size() ? Optional.of(items) : Optional.empty();
    }
    boolean isScalar =
        key instanceof Literal.Text || key instanceof Literal.Bytes || key instanceof Literal.None;
    return isScalar ? Optional.of(key) : Optional.empty();
  }

  private static Object number(double value) {
    return Double.isFinite(value) && value == Math.rint(value)
        ? new BigDecimal(value).toBigInteger()
        : (Object) value;
  }
}
