package org.mkbackup.application.target;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetOption;

/** The kinds of targets that there are here, built in or of plugins. */
public final class TargetTypes {
  private final Map<String, TargetType> types;
  private final Host host;

  /**
   * Knows some types.
   *
   * @param types by their ids
   */
  public TargetTypes(Map<String, TargetType> types, Host host) {
    this.types = Map.copyOf(types);
    this.host = host;
  }

  /** All types, sorted by id. */
  public List<TargetType> all() {
    return types.values().stream().sorted(Comparator.comparing(TargetType::id)).toList();
  }

  public TargetType find(String id) {
    TargetType type = types.get(id);
    if (type == null) {
      throw new UsageException("There is no target type '" + id + "'", known());
    }
    return type;
  }

  /** The type of a target that is configured. */
  public TargetType of(Target target) {
    TargetType type = types.get(target.type());
    if (type == null) {
      throw new ConfigurationException(
          "Target '" + target.id() + "' is of type '" + target.type() + "', which isn't known here",
          known());
    }
    return type;
  }

  private String known() {
    return "Known are: " + types.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  public BackupStore open(Target target) {
    return of(target).open(target, host);
  }

  /**
   * Parameters with options put in; all else stays.
   *
   * @param told by the options' names
   */
  static Literal.Dict put(TargetType type, Literal.Dict parameters, Map<String, String> told) {
    Literal.Dict changed = parameters;
    for (Map.Entry<String, String> option : told.entrySet()) {
      changed = option(type, option.getKey()).putInto(changed, option.getValue());
    }
    return changed;
  }

  private static TargetOption option(TargetType type, String name) {
    return type.options().stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "A target of type '" + type.id() + "' has no option --" + name,
                    "It has: "
                        + type.options().stream()
                            .map(option -> "--" + option.name())
                            .collect(Collectors.joining(", "))));
  }
}
