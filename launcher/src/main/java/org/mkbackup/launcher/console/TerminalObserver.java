package org.mkbackup.launcher.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
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
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int MOST_NAME = 40;

  private final RunObserver lines;
  private final PrintStream terminal;
  private final ProgressBar bar;

  public TerminalObserver(RunObserver lines, PrintStream terminal, String task, int columns) {
    this.lines = lines;
    this.terminal = terminal;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(-1)
            .setUnit(" MiB", 1 << 20)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(new VanishingLine(terminal, columns))
            .showSpeed()
            .continuousUpdate()
            .build();
  }

  @Override
  public synchronized void info(String line) {
    terminal.print(CLEAR_LINE);
    lines.info(line);
  }

  @Override
  public synchronized void warn(String line) {
    terminal.print(CLEAR_LINE);
    lines.warn(line);
  }

  @Override
  public synchronized void verbose(String line) {
    terminal.print(CLEAR_LINE);
    lines.verbose(line);
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
  public synchronized void close() {
    bar.close();
  }

  private static final class VanishingLine extends ConsoleProgressBarConsumer {
    private final PrintStream terminal;

    VanishingLine(PrintStream terminal, int columns) {
      super(terminal, columns);
      this.terminal = terminal;
    }

    @Override
    public void close() {
      terminal.print(CLEAR_LINE);
      terminal.flush();
    }
  }
}
