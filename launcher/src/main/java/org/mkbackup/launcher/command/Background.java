package org.mkbackup.launcher.command;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.SystemCommand;
import org.mkbackup.launcher.wiring.Wiring;

/**
 * A run that goes on without the terminal: a process in a session of its own, which tells this one
 * by a line that the state file is there. What it fails with before that is told here.
 */
final class Background {
  /** Said to the process that goes on. An environment variable would reach the site's daemons. */
  static final String OPTION = "--detached";

  private static final String STARTED = "started";

  private final Session session;

  Background(Session session) {
    this.session = session;
  }

  /**
   * Starts the process and waits for its line.
   *
   * @param mode {@code backup} or {@code restore}
   */
  int run(String mode, boolean verbose, String... words) {
    List<String> command = new ArrayList<>();
    command.add(SystemCommand.find("setsid", "util-linux"));
    command.add(Wiring.program().toString());
    command.add(mode);
    command.add(OPTION);
    if (verbose) {
      command.add("--verbose");
    }
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      return listen(process);
    } catch (IOException e) {
      throw new UsageException("Can't start a process of its own: " + e.getMessage(), "", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal", "", e);
    }
  }

  private int listen(Process process) throws IOException, InterruptedException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(STARTED)) {
        return CommandLines.EXIT_GOOD;
      }
      session.err().println(line);
    }
    return process.waitFor();
  }

  /** In the process that goes on by itself: tells the other one, and falls silent. */
  static RunObserver announcing(Session session, boolean verbose) {
    return new Detached(session, verbose);
  }

  /* Its lines are in the state file and in the log; there is nobody else to hear them. */
  private static final class Detached implements RunObserver {
    private final Session session;
    private final boolean verbose;

    Detached(Session session, boolean verbose) {
      this.session = session;
      this.verbose = verbose;
    }

    @Override
    public boolean isVerbose() {
      return verbose;
    }

    @Override
    public void started() {
      session.out().println(STARTED);
    }

    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void verbose(String line) {}
  }
}
