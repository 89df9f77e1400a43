package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.function.Function;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.launcher.console.ConsoleObserver;
import org.mkbackup.launcher.wiring.Wiring;

/**
 * A run that takes long: with a line of progress on a terminal, with plain lines elsewhere, and in
 * the log.
 *
 * @param task names it in the line of progress
 * @param label names it in the log
 * @param lines where plain lines go
 * @param detached whether it runs on by itself, with nobody to see its lines
 */
record WatchedRun(
    Session session,
    String task,
    LoggedRuns.Label label,
    PrintStream lines,
    boolean verbose,
    boolean detached) {

  WatchedRun(
      Session session, String task, LoggedRuns.Label label, PrintStream lines, boolean verbose) {
    this(session, task, label, lines, verbose, false);
  }

  <T> T run(Wiring wiring, Function<RunObserver, T> work) {
    LoggedRuns logged = wiring.get(LoggedRuns.class);
    RunObserver watcher =
        detached
            ? Background.announcing(session, verbose)
            : new ConsoleObserver(lines, session.err(), verbose);
    return new Watched(session, task, watcher, detached)
        .run(observer -> logged.run(label, observer, work));
  }
}
