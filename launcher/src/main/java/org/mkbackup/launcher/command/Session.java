package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.host.Host;
import org.mkbackup.launcher.console.ConsoleObserver;
import org.mkbackup.launcher.console.StopSignal;
import org.mkbackup.launcher.console.StoppableObserver;
import org.mkbackup.launcher.console.TerminalObserver;
import org.mkbackup.launcher.wiring.HostReader;
import org.mkbackup.launcher.wiring.Wiring;

/**
 * What the commands of one process share.
 *
 * @param out where results go
 * @param err where errors go
 */
record Session(Map<String, String> environment, StopSignal stop, PrintStream out, PrintStream err) {

  /** Set by the start script to the terminal's width, if standard error is one. */
  private static final String COLUMNS = "mkbackup.columns";

  /** Set by the start script if standard output is a terminal. */
  private static final String TERMINAL = "mkbackup.stdout.terminal";

  Host host() {
    return HostReader.read(environment, CommandLines.isRoot());
  }

  Wiring wiring(Host host) {
    return Wiring.of(host, environment, stop);
  }

  /** Whether standard output or standard error is a terminal. */
  boolean isWatched() {
    return Boolean.getBoolean(TERMINAL) || Integer.getInteger(COLUMNS, 0) > 0;
  }

  /** What is done while somebody watches. */
  interface Watched<T> {
    T run(RunObserver observer);
  }

  /**
   * Does something that takes long: with a line of progress on a terminal, with plain lines
   * elsewhere.
   *
   * @param lines where plain lines go
   */
  <T> T watched(String task, PrintStream lines, boolean verbose, Watched<T> work) {
    RunObserver plain = new StoppableObserver(new ConsoleObserver(lines, err, verbose), stop);
    Optional<Integer> columns =
        Optional.ofNullable(Integer.getInteger(COLUMNS)).filter(width -> width > 20);
    if (columns.isEmpty()) {
      return work.run(plain);
    }
    try (TerminalObserver terminal = new TerminalObserver(plain, err, task, columns.get())) {
      return work.run(terminal);
    }
  }
}
