package org.mkbackup.application.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.domain.target.TargetOption;

/** Configures a new target. Whether its place is there is asked when a job is to use it. */
public final class AddTarget {

  /**
   * The new target.
   *
   * @param title empty: its id
   * @param options what its type is told, by the options' names
   */
  public record Command(
      TargetId id, String type, Optional<String> title, Map<String, String> options) {}

  private final ConfigurationLock lock;
  private final TargetRepository targets;
  private final TargetTypes types;

  public AddTarget(ConfigurationLock lock, TargetRepository targets, TargetTypes types) {
    this.lock = lock;
    this.targets = targets;
    this.types = types;
  }

  public void run(Command command) {
    TargetType type = types.find(command.type());
    requireAll(type, command.options());
    try (RunLock.Held held = lock.take()) {
      if (targets.owns(command.id())) {
        throw new UsageException(
            "There is a target '" + command.id() + "' already",
            "Change it with 'mkbackup target edit', or choose another id");
      }
      Target target = target(command, type);
      types.open(target);
      targets.save(target);
    }
  }

  private static void requireAll(TargetType type, Map<String, String> told) {
    type.options().stream()
        .filter(option -> option.required() && !told.containsKey(option.name()))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new UsageException(
                  "A target of type '" + type.id() + "' needs --" + missing.name(), missing.help());
            });
  }

  private static Target target(Command command, TargetType type) {
    Map<String, String> told = new LinkedHashMap<>();
    type.options().stream()
        .filter(option -> option.kind() == TargetOption.Kind.FLAG)
        .forEach(flag -> told.put(flag.name(), "false"));
    told.putAll(command.options());
    Literal.Dict parameters = TargetTypes.put(type, Literal.Dict.EMPTY, told);
    return new Target(
        command.id(),
        Literal.Dict.EMPTY
            .with("title", Literal.text(command.title().orElse(command.id().value())))
            .with("remote", new Literal.Tuple(List.of(Literal.text(type.id()), parameters))));
  }
}
