package org.mkbackup.domain.target;

import java.util.List;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;

/**
 * Where backups are kept: a type, which names the plugin that knows how, and that type's
 * parameters. A view of the configuration as it was read, like {@link org.mkbackup.domain.job.Job}.
 *
 * @param configuration the dictionary under the target's id in {@code backup.mk}; the shape of old
 *     appliances, with {@code path} and {@code is_mountpoint} beside {@code title}, is a local one
 */
public record Target(TargetId id, Literal.Dict configuration) {
  /** The type of targets in a directory of the file system. */
  public static final String LOCAL = "local";

  public Target {
    View view = new View(id, configuration);
    view.title();
    view.type();
    view.parameters();
  }

  public String title() {
    return new View(id, configuration).title();
  }

  /** The type, as in {@link org.mkbackup.domain.port.TargetType#id}. */
  public String type() {
    return new View(id, configuration).type();
  }

  /** What the type needs to know; its message path starts with the target's name. */
  public Field parameters() {
    return new View(id, configuration).parameters();
  }

  /** This target with other parameters, for those that {@link #parameters} gave; all else stays. */
  public Target withParameters(Literal.Dict parameters) {
    if (new View(id, configuration).isOldShape()) {
      return new Target(
          id,
          configuration
              .get("title")
              .map(title -> parameters.with("title", title))
              .orElse(parameters));
    }
    return new Target(
        id,
        configuration.with("remote", new Literal.Tuple(List.of(Literal.text(type()), parameters))));
  }

  /** Names the target; its parameters may hold secrets. */
  @Override
  public String toString() {
    return "target " + id;
  }

  private record View(TargetId id, Literal.Dict configuration) {
    private Field field() {
      return new Field("Target '" + id + "'", configuration);
    }

    String title() {
      return field().get("title").map(Field::text).orElse(id.value());
    }

    private boolean isOldShape() {
      return configuration.get("remote").isEmpty() && configuration.get("path").isPresent();
    }

    private List<Field> remote() {
      Field remote = field().require("remote");
      List<Field> pair = remote.items();
      if (pair.size() != 2) {
        throw remote.wrong("is not a pair of type and parameters");
      }
      return pair;
    }

    String type() {
      return isOldShape() ? LOCAL : remote().get(0).text();
    }

    Field parameters() {
      Field parameters = isOldShape() ? field() : remote().get(1);
      parameters.dict();
      return new Field(field().path(), parameters.value());
    }
  }
}
