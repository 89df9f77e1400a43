package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.Locale;
import org.mkbackup.domain.failure.OneLine;

/** Tables of ids and titles, in the columns that scripts know: 29 and 30 wide, a rule of 60. */
final class Listing {
  private final PrintStream out;

  Listing(PrintStream out) {
    this.out = out;
  }

  void head(String id, String title) {
    row(id, title);
    out.println("-".repeat(60));
  }

  void row(String id, String title) {
    out.println(String.format(Locale.ROOT, "%-29s %-30s", OneLine.of(id), OneLine.of(title)));
  }
}
