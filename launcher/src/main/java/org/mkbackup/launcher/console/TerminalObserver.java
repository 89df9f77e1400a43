package org.mkbackup.launcher.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.text.RawName;

/**
 * A line on a terminal that shows bytes, rate, the share of what is expected and the current file,
 * with the log above it.
 */
public final class TerminalObserver implements RunObserver, AutoCloseable {
  private static final int MOST_NAME = 40;

  private final RunObserver lines;
  private final VanishingLine line;
  private final ProgressBar bar;

  public TerminalObserver(RunObserver lines, PrintStream terminal, String task, int columns) {
    this.lines = lines;
    this.line = new VanishingLine(terminal, columns);
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(-1)
            .setUnit(" MiB", 1 << 20)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(line)
            .showSpeed()
            .continuousUpdate()
            .build();
  }

  @Override
  public boolean isVerbose() {
    return lines.isVerbose();
  }

  @Override
  public void info(String text) {
    line.below(() -> lines.info(text));
  }

  @Override
  public void warn(String text) {
    line.below(() -> lines.warn(text));
  }

  @Override
  public void verbose(String text) {
    line.below(() -> lines.verbose(text));
  }

  @Override
  public void expecting(long bytes) {
    bar.maxHint(bytes > 0 ? bytes : -1);
  }

  @Override
  public void advanced(long bytes) {
    lines.advanced(bytes);
    bar.stepBy(bytes);
  }

  @Override
  public void at(String member) {
    lines.at(member);
    String name = member.substring(Math.max(0, member.length() - MOST_NAME));
    bar.setExtraMessage(" " + OneLine.of(RawName.forPeople(name)));
  }

  /** Takes the line away; what the run came to stands above it. */
  @Override
  public void close() {
    bar.close();
  }
}
