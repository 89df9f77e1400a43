package org.mkbackup.domain.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data as a Python literal or a JSON document holds it. Immutable; dictionaries keep their order.
 *
 * <p>Configuration is kept in this form from reading to writing, so that what this program doesn't
 * understand survives a change of what it does.
 */
public sealed interface Literal {

  /** Python's {@code None}, JSON's {@code null}. */
  record None() implements Literal {}

  record Bool(boolean value) implements Literal {}

  record Int(BigInteger value) implements Literal {}

  record Real(double value) implements Literal {}

  /** It has an order, so that dictionaries stay fast when somebody chooses keys of one hash. */
  record Text(String value) implements Literal, Comparable<Text> {
    @Override
    public int compareTo(Text other) {
      return value.compareTo(other.value);
    }

    /* A record's own methods are put together when first used, which takes as long as all parsing. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** A Python {@code b''}; each char of the value is one byte, 0 to 255. */
  record Bytes(String latin1) implements Literal {
    public Bytes {
      if (latin1.chars().anyMatch(c -> c > 255)) {
        throw new IllegalArgumentException("a char that is no byte");
      }
    }
  }

  /** A Python list or a JSON array. */
  record Sequence(List<Literal> items) implements Literal {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A Python tuple; JSON knows none, and gets an array. */
  record Tuple(List<Literal> items) implements Literal {
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /** A Python set, in the order of its text; that of no items is {@code set()}. */
  record SetOf(List<Literal> items) implements Literal {
    public SetOf {
      items = List.copyOf(items);
    }

    /** Whether the same items are in it, in whatever order. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof SetOf set && Set.copyOf(items).equals(Set.copyOf(set.items));
    }

    @Override
    public int hashCode() {
      return Set.copyOf(items).hashCode();
    }
  }

  /** Entries in the order in which they were read or put. */
  record Dict(Map<Literal, Literal> entries) implements Literal {
    public static final Dict EMPTY = new Dict(Map.of());

    public Dict {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value under a text key. */
    public Optional<Literal> get(String key) {
      return Optional.ofNullable(entries.get(new Text(key)));
    }

    /** This dictionary with one text key set; an existing key keeps its place. */
    public Dict with(String key, Literal value) {
      Map<Literal, Literal> changed = new LinkedHashMap<>(entries);
      changed.put(new Text(key), value);
      return new Dict(changed);
    }

    /** This dictionary without a text key. */
    public Dict without(String key) {
      Map<Literal, Literal> changed = new LinkedHashMap<>(entries);
      changed.remove(new Text(key));
      return new Dict(changed);
    }

    /** The text keys, in order; other keys are passed over. */
    public List<String> keys() {
      List<String> keys = new ArrayList<>();
      for (Literal key : entries.keySet()) {
        if (key instanceof Text text) {
          keys.add(text.value());
        }
      }
      return keys;
    }
  }

  static Literal text(String value) {
    return new Text(value);
  }

  static Literal integer(long value) {
    return new Int(BigInteger.valueOf(value));
  }

  static Literal bool(boolean value) {
    return new Bool(value);
  }

  static Literal none() {
    return new None();
  }
}
