package org.mkbackup.launcher.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/**
 * The last line of a terminal, drawn again and again, below lines that stay, and gone in the end.
 */
final class VanishingLine extends ConsoleProgressBarConsumer {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private String drawn = "";
  private boolean closed;

  VanishingLine(PrintStream terminal, int columns) {
    super(terminal, columns);
    this.terminal = terminal;
  }

  /** Keeps this line below what is printed meanwhile. */
  synchronized void below(Runnable print) {
    clearLine();
    print.run();
    draw();
  }

  @Override
  public synchronized void accept(String text) {
    if (!closed) {
      drawn = text;
      draw();
    }
  }

  private void draw() {
    terminal.print(CLEAR_LINE + drawn);
    terminal.flush();
  }

  private void clearLine() {
    terminal.print(CLEAR_LINE);
    terminal.flush();
  }

  @Override
  public synchronized void close() {
    closed = true;
    drawn = "";
    clearLine();
  }
}
