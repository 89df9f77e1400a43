package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.host.Host;
import org.mkbackup.launcher.console.StandardOutput;
import org.mkbackup.launcher.console.StopSignal;
import org.mkbackup.launcher.wiring.HostReader;
import org.mkbackup.launcher.wiring.Wiring;

/**
 * What the commands of one process share.
 *
 * @param out where results go
 * @param err where errors go
 */
record Session(
    Map<String, String> environment, StopSignal stop, StandardOutput out, PrintStream err) {

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

  /**
   * The exit code of a command whose result is what it has printed: good only if all of it was
   * taken. A reader that has gone, as in {@code mkbackup list nas | head -1}, knows that itself.
   */
  int printed() {
    Optional<String> reason = out.failure().map(SystemReason::of);
    reason
        .filter(why -> !why.contains("Broken pipe"))
        .ifPresent(why -> err.println("Can't write to standard output: " + why + "."));
    return reason.isPresent() ? CommandLines.EXIT_ERROR : CommandLines.EXIT_GOOD;
  }

  /** What a command can't use of the configuration, though it goes on. */
  void warn(List<ConfigurationException> faults) {
    faults.forEach(fault -> err.println("WARNING: " + fault.getMessage()));
  }
}
