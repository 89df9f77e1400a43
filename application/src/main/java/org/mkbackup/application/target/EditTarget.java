package org.mkbackup.application.target;

import java.util.Map;
import java.util.Optional;
import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** Changes a target: what is named, and nothing else. */
public final class EditTarget {

  /**
   * The change.
   *
   * @param title empty: it stays
   * @param options what its type is told anew, by the options' names
   */
  public record Command(TargetId id, Optional<String> title, Map<String, String> options) {}

  private final ConfigurationLock lock;
  private final TargetRepository targets;
  private final TargetTypes types;
  private final CheckTarget ready;
  private final TargetUse use;

  public EditTarget(
      ConfigurationLock lock,
      TargetRepository targets,
      TargetTypes types,
      CheckTarget ready,
      TargetUse use) {
    this.lock = lock;
    this.ready = ready;
    this.targets = targets;
    this.types = types;
    this.use = use;
  }

  public void run(Command command) {
    try (RunLock.Held held = lock.take()) {
      Target before = use.requireOwn(command.id());
      use.requireIdle(command.id());
      Literal.Dict titled =
          command
              .title()
              .map(title -> before.configuration().with("title", Literal.text(title)))
              .orElse(before.configuration());
      Literal.Dict parameters =
          TargetTypes.put(types.of(before), before.parameters().dict(), command.options());
      Target after = new Target(command.id(), titled).withParameters(parameters);
      if (!parameters.equals(before.parameters().dict())) {
        check(after);
      }
      targets.save(after);
    }
  }

  /* What a job may use is ready for it. */
  private void check(Target after) {
    types.open(after);
    if (use.job(after.id()).isPresent()) {
      ready.run(after, RunLog.silent());
    }
  }
}
