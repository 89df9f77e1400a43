package org.mkbackup.launcher.command;

import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** An option without a value. */
record Flag(OptionSpec spec) {

  boolean given() {
    return told().orElse(false);
  }

  /** Empty if the command line doesn't name it. */
  Optional<Boolean> told() {
    return Optional.ofNullable(spec.getValue());
  }

  /** Whether the first of two was given; empty if none was. */
  static Optional<Boolean> either(Flag first, Flag second) {
    return first.told().or(() -> second.told().map(given -> !given));
  }
}
