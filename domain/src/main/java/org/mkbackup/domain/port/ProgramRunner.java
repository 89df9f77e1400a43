package org.mkbackup.domain.port;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mkbackup.domain.run.RunLog;

/** Runs programs that the settings name: hooks, and what tells somebody of a failure. */
public interface ProgramRunner {

  /**
   * A program to run.
   *
   * @param command the program's absolute path and its arguments, which no shell sees
   * @param variables put into the environment, beside this process's own; the latter without its
   *     secrets
   * @param input what the program finds on standard input
   * @param limit how long it may take
   */
  record Call(List<String> command, Map<String, String> variables, String input, Duration limit) {
    public Call {
      command = List.copyOf(command);
      variables = Map.copyOf(variables);
    }
  }

  /**
   * Runs the program to its end. What it says goes to the log line by line while it runs; of very
   * much only a beginning. Nobody waits for what it leaves in the background.
   *
   * @throws org.mkbackup.domain.failure.ProgramException if it can't be run, ends with another exit
   *     code than 0, or doesn't end in its time and is ended for it, with all that it started
   * @throws org.mkbackup.domain.failure.StoppedException if this thread is interrupted, before or
   *     meanwhile; the program has been ended then, and the interrupt is kept
   */
  void run(Call call, RunLog log);

  /**
   * Gets a program ready, for the case that this process can't start one any more when it is
   * needed: a new process closes the files that this one holds open, and waits for a server that is
   * gone.
   *
   * @param variable that the program is told a message in
   * @throws org.mkbackup.domain.failure.ProgramException if that can't be done
   */
  Standby standBy(Call call, String variable);

  /** A program that is ready. What it says is heard by nobody. */
  interface Standby extends AutoCloseable {

    /**
     * Runs the program, once, and doesn't wait for it. It goes on when this process ends.
     *
     * @param message the value of the variable, and the last line of the input; one line
     */
    void go(String message);

    /** Gives up a program that didn't run; one that runs goes on. */
    @Override
    void close();
  }
}
