package org.mkbackup.domain.data;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;

/**
 * A named place in a configuration, for reading it with messages that say where it is wrong.
 *
 * @param path where it stands, for people: {@code job 'nightly': schedule}
 * @param value what stands there
 */
public record Field(String path, Literal value) {

  /** The field of a dictionary; absent where the key is. */
  public Optional<Field> get(String key) {
    return dict().get(key).map(found -> new Field(path + ": " + key, found));
  }

  /** The field of a dictionary, which must be there. */
  public Field require(String key) {
    return get(key).orElseThrow(() -> wrong("has no '" + key + "'"));
  }

  public Literal.Dict dict() {
    if (value instanceof Literal.Dict dict) {
      return dict;
    }
    throw wrong("is not a dictionary");
  }

  public String text() {
    if (value instanceof Literal.Text text) {
      return text.value();
    }
    throw wrong("is not a text");
  }

  /**
   * A text that is an id or the like.
   *
   * @param reader makes it of the text, or refuses it with a {@link UsageException}
   */
  public <T> T named(Function<String, T> reader) {
    try {
      return reader.apply(text());
    } catch (UsageException e) {
      throw new ConfigurationException(path + ": " + e.what(), e.hint(), e);
    }
  }

  /** A truth value; Python's 0 and 1 count as such. */
  public boolean bool() {
    if (value instanceof Literal.Bool bool) {
      return bool.value();
    }
    if (value instanceof Literal.Int number
        && (number.value().equals(BigInteger.ZERO) || number.value().equals(BigInteger.ONE))) {
      return number.value().signum() != 0;
    }
    throw wrong("is neither True nor False");
  }

  public int integer(int least, int most) {
    if (value instanceof Literal.Int number
        && number.value().compareTo(BigInteger.valueOf(least)) >= 0
        && number.value().compareTo(BigInteger.valueOf(most)) <= 0) {
      return number.value().intValueExact();
    }
    throw wrong("is not a whole number from " + least + " to " + most);
  }

  /** Seconds since the epoch and the like: a whole or a floating number. */
  public double number() {
    if (value instanceof Literal.Int number) {
      return number.value().doubleValue();
    }
    if (value instanceof Literal.Real real) {
      return real.value();
    }
    throw wrong("is not a number");
  }

  public boolean isNone() {
    return value instanceof Literal.None;
  }

  /** The items of a list or a tuple, each a field of its own. */
  public List<Field> items() {
    List<Literal> items;
    if (value instanceof Literal.Sequence list) {
      items = list.items();
    } else if (value instanceof Literal.Tuple tuple) {
      items = tuple.items();
    } else {
      throw wrong("is neither a list nor a tuple");
    }
    return items.stream().map(item -> new Field(path, item)).toList();
  }

  public ConfigurationException wrong(String how) {
    return new ConfigurationException(path + " " + how, "Correct it in the configuration file");
  }
}
