package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.Locale;
import org.mkbackup.domain.failure.OneLine;

/** What there is to know of one thing, a line each. */
final class Details {
  private final PrintStream out;

  Details(PrintStream out) {
    this.out = out;
  }

  void row(String label, String value) {
    out.println(
        String.format(Locale.ROOT, "%-13s %s", label + ":", OneLine.of(value)).stripTrailing());
  }
}
