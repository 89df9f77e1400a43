package org.mkbackup.application.status;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a monitoring system is told of a job.
 *
 * @param job its id, as it is configured; it may be illegal
 * @param text for people; it may hold what others have written
 */
public record JobCheck(String job, State state, List<Metric> metrics, String text) {
  public JobCheck {
    metrics = List.copyOf(metrics);
  }

  /** How good it is. */
  public enum State {
    OK,
    WARN,
    CRIT;

    State worst(State other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /**
   * A number with its levels.
   *
   * @param ofBothSigns whether the levels hold for what is below zero, too
   */
  public record Metric(
      String name, double value, OptionalDouble warn, OptionalDouble crit, boolean ofBothSigns) {

    State state() {
      if (isAbove(crit)) {
        return State.CRIT;
      }
      return isAbove(warn) ? State.WARN : State.OK;
    }

    private boolean isAbove(OptionalDouble level) {
      double compared = ofBothSigns ? Math.abs(value) : value;
      return level.isPresent() && compared > level.getAsDouble();
    }
  }
}
