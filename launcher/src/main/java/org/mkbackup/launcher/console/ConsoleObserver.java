package org.mkbackup.launcher.console;

import java.io.PrintStream;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.failure.OneLine;

/** Plain lines on a stream, warnings among them marked as such. */
public final class ConsoleObserver implements RunObserver {
  private final PrintStream lines;
  private final PrintStream warnings;
  private final boolean verbose;

  public ConsoleObserver(PrintStream lines, PrintStream warnings, boolean verbose) {
    this.lines = lines;
    this.warnings = warnings;
    this.verbose = verbose;
  }

  @Override
  public boolean isVerbose() {
    return verbose;
  }

  @Override
  public void info(String line) {
    lines.println(OneLine.of(line));
  }

  @Override
  public void warn(String line) {
    warnings.println("WARNING: " + OneLine.of(line));
  }

  @Override
  public void verbose(String line) {
    if (verbose) {
      lines.println(OneLine.of(line));
    }
  }
}
