package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.launcher.console.ConsoleObserver;
import org.mkbackup.launcher.console.StoppableObserver;
import org.mkbackup.launcher.console.TerminalObserver;

/**
 * Work that takes long, and that a signal ends: with a line of progress on a terminal.
 *
 * @param task names it in the line of progress
 * @param watcher is told what happens
 * @param detached whether nobody sees a terminal
 */
record Watched(Session session, String task, RunObserver watcher, boolean detached) {

  /** Set by the start script to the terminal's width, if standard error is one. */
  private static final String COLUMNS = "mkbackup.columns";

  private static final int LEAST_COLUMNS = 20;

  /** Work whose lines go to a stream, and its warnings to standard error. */
  static Watched on(Session session, String task, PrintStream lines, boolean verbose) {
    return new Watched(session, task, new ConsoleObserver(lines, session.err(), verbose), false);
  }

  <T> T run(Function<RunObserver, T> work) {
    RunObserver stoppable = new StoppableObserver(watcher, session.stop());
    Optional<Integer> columns =
        Optional.ofNullable(Integer.getInteger(COLUMNS))
            .filter(width -> width > LEAST_COLUMNS && !detached);
    if (columns.isEmpty()) {
      return work.apply(stoppable);
    }
    try (TerminalObserver terminal =
        new TerminalObserver(stoppable, session.err(), task, columns.get())) {
      return work.apply(terminal);
    }
  }
}
