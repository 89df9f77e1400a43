package org.mkbackup.adapter.hooks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.host.SecretVariables;
import org.mkbackup.domain.port.ProgramRunner;
import org.mkbackup.domain.run.RunLog;

/** Runs programs as child processes, without a shell. */
final class CommandRunner implements ProgramRunner {

  @Override
  public void run(Call call, RunLog log) {
    String program = call.command().get(0);
    Process process = start(program, call);
    try {
      give(process, call.input());
      ProgramOutput output = ProgramOutput.of(process, log);
      if (!process.waitFor(call.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProgramException(
            program + " did not end within " + call.limit().toSeconds() + " s, and was ended",
            "Find out what it waits for, or set hooks.timeout higher");
      }
      require(program, process.exitValue(), output.lastLine());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal while " + program + " ran", "", e);
    } finally {
      ProcessTree.end(process);
    }
  }

  @Override
  public Standby standBy(Call call, String variable) {
    return StandbyProcess.start(call, variable);
  }

  private static Process start(String program, Call call) {
    ProcessBuilder builder = new ProcessBuilder(call.command());
    SecretVariables.removeFrom(builder.environment());
    builder.environment().putAll(call.variables());
    builder.redirectErrorStream(true);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ProgramException(
          "Can't run " + program + ": " + e.getMessage(),
          "Check that it is there and executable, and its first line",
          e);
    }
  }

  /* In a thread of its own: a program may read late, or not at all. */
  private static void give(Process process, String input) {
    Thread thread = new Thread(() -> write(process, input), "program-input");
    thread.setDaemon(true);
    thread.start();
  }

  private static void write(Process process, String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unread) {
      // What it doesn't read it doesn't need.
    }
  }

  private static void require(String program, int code, String lastLine) {
    if (code != 0) {
      throw new ProgramException(
          program + " failed with exit code " + code + (lastLine.isEmpty() ? "" : ": " + lastLine),
          "");
    }
  }
}
