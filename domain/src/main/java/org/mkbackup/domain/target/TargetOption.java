package org.mkbackup.domain.target;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;

/**
 * Something that a type's targets can be told: an option of {@code mkbackup target add} and {@code
 * edit}, which stands in a target's parameters. What it is told as a text is put there as a
 * literal.
 *
 * @param name the option's word without its dashes: lower-case letters, digits and '-', beginning
 *     with a letter; none of {@code title}, {@code help}, {@code verbose} and {@code debug}
 * @param required whether a target makes no sense without it; a {@link Kind#FLAG} never is
 * @param help what it says, in a sentence
 * @param keys where its value stands in the parameters: a key in their dictionary, in the
 *     dictionary under that, and so on
 */
public record TargetOption(
    String name, Kind kind, boolean required, String help, List<String> keys) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Set<String> TAKEN = Set.of("title", "help", "verbose", "debug");

  /** What is told, and how it stands in the configuration. */
  public enum Kind {
    /** A text, as it is. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** Told by its presence, and untold by {@code --no-NAME}: {@code True} or {@code False}. */
    FLAG,
    /**
     * A text that is never shown, and not given on a command line but in a file. It stands as
     * {@code ('password', SECRET)}.
     */
    SECRET
  }

  public TargetOption {
    if (!NAME.matcher(name).matches() || TAKEN.contains(name) || name.startsWith("no-")) {
      throw new IllegalArgumentException("'" + name + "' can't be an option's name");
    }
    if (help.isBlank() || keys.isEmpty() || (required && kind == Kind.FLAG)) {
      throw new IllegalArgumentException("option " + name);
    }
    keys = List.copyOf(keys);
  }

  public static TargetOption required(String name, Kind kind, String help, String... keys) {
    return new TargetOption(name, kind, true, help, List.of(keys));
  }

  public static TargetOption optional(String name, Kind kind, String help, String... keys) {
    return new TargetOption(name, kind, false, help, List.of(keys));
  }

  /** Its value in some parameters, for people; a secret's is three stars. */
  public Optional<String> shownIn(Literal.Dict parameters) {
    Optional<Literal> value = Optional.of(parameters);
    for (String key : keys) {
      value =
          value.flatMap(outer -> outer instanceof Literal.Dict d ? d.get(key) : Optional.empty());
    }
    return value.filter(found -> !(found instanceof Literal.None)).map(this::shown);
  }

  private String shown(Literal value) {
    if (kind == Kind.SECRET) {
      return "***";
    }
    if (value instanceof Literal.Text text) {
      return text.value();
    }
    if (value instanceof Literal.Bool flag) {
      return flag.value() ? "yes" : "no";
    }
    return value instanceof Literal.Int number ? number.value().toString() : "?";
  }

  /**
   * Parameters with its value in them; all else stays.
   *
   * @param told a flag's is {@code true} or {@code false}
   * @throws UsageException if it is not of its kind; the message doesn't repeat a secret
   */
  public Literal.Dict putInto(Literal.Dict parameters, String told) {
    return put(parameters, keys, literal(told));
  }

  private static Literal.Dict put(Literal.Dict outer, List<String> keys, Literal value) {
    String key = keys.get(0);
    if (keys.size() == 1) {
      return outer.with(key, value);
    }
    Literal.Dict inner =
        outer.get(key).orElse(Literal.Dict.EMPTY) instanceof Literal.Dict dict
            ? dict
            : Literal.Dict.EMPTY;
    return outer.with(key, put(inner, keys.subList(1, keys.size()), value));
  }

  private Literal literal(String told) {
    return switch (kind) {
      case TEXT -> Literal.text(told);
      case NUMBER -> number(told);
      case FLAG -> flag(told);
      case SECRET -> new Literal.Tuple(List.of(Literal.text("password"), Literal.text(told)));
    };
  }

  private Literal number(String told) {
    if (!told.matches("[+-]?[0-9]{1,18}")) {
      throw wrong(told, "is not a whole number");
    }
    return new Literal.Int(new BigInteger(told));
  }

  private Literal flag(String told) {
    if (!told.equals("true") && !told.equals("false")) {
      throw wrong(told, "is neither true nor false");
    }
    return Literal.bool(told.equals("true"));
  }

  private UsageException wrong(String told, String how) {
    return new UsageException("--" + name + ": '" + told + "' " + how, help);
  }
}
