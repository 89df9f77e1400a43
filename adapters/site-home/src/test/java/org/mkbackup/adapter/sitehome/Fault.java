package org.mkbackup.adapter.sitehome;

import java.io.IOException;

/** What happens to a process at one of its steps. */
final class Fault {

  /** Thrown where a process would be killed; nothing that is done after it counts. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final int at;
  private final boolean isDeath;
  private int steps;

  private Fault(int at, boolean isDeath) {
    this.at = at;
    this.isDeath = isDeath;
  }

  static Fault none() {
    return new Fault(Integer.MAX_VALUE, false);
  }

  /** The process is killed before its n-th step. */
  static Fault killBefore(int step) {
    return new Fault(step, true);
  }

  /** The n-th step fails, and those after it don't. */
  static Fault failAt(int step) {
    return new Fault(step, false);
  }

  /** Counts a step, and does what is to be done before it. */
  void step() throws IOException {
    if (isStruck()) {
      throw new IOException("Injected at step " + at);
    }
  }

  /** Counts a step that passes over a failure. */
  boolean isStruck() {
    steps++;
    if (isDeath && steps >= at) {
      throw new Killed();
    }
    return steps == at;
  }

  /** Whether it came to the step. */
  boolean wasReached() {
    return steps >= at;
  }
}
