package org.mkbackup.adapter.appliance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.appliance.ApplianceCommands.Step;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.run.RunLog;

/** Steps that answer as a test says, and note what was taken. */
final class ScriptedSteps implements Steps {
  private final Map<Step, String> answers = new EnumMap<>(Step.class);
  private final Set<Step> failing = EnumSet.noneOf(Step.class);
  private final List<String> taken = new ArrayList<>();

  void answer(Step step, String printed) {
    answers.put(step, printed);
  }

  void fail(Step step) {
    failing.add(step);
  }

  List<String> taken() {
    return List.copyOf(taken);
  }

  @Override
  public Optional<String> ask(Step step) {
    return Optional.ofNullable(answers.get(step));
  }

  @Override
  public void take(Step step, RunLog log) {
    take(step, "", log);
  }

  @Override
  public void take(Step step, String version, RunLog log) {
    taken.add((step.key() + " " + version).strip());
    if (failing.contains(step)) {
      throw new ApplianceException(step.key() + " fails", "");
    }
    if (step == Step.DATA_MOUNT) {
      answers.put(Step.DATA_MOUNTED, "");
    }
  }
}
