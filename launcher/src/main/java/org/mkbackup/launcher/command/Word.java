package org.mkbackup.launcher.command;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** What the command line says for an option or a parameter. */
record Word<T>(ArgSpec spec) {

  /** Of one that can't be left out, or has a default. */
  T value() {
    return told().orElseThrow(() -> new IllegalStateException(spec + " has no value"));
  }

  Optional<T> told() {
    return Optional.ofNullable(spec.getValue());
  }
}
