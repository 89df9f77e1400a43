package org.mkbackup.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.ProgramRunner;
import org.mkbackup.domain.run.RunLog;

/** Programs that are no files; remembers how they were called. */
public final class InMemoryProgramRunner implements ProgramRunner {
  /** The exit code of a program that doesn't end by itself. */
  public static final int NEVER = -1;

  /** What a program does: says lines, and ends with an exit code or {@link #NEVER}. */
  public interface Program {
    int run(Call call, RunLog log);
  }

  private final Map<String, Program> programs = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();

  public void put(String path, Program program) {
    programs.put(path, program);
  }

  /** All calls so far, in their order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void run(Call call, RunLog log) {
    String path = call.command().get(0);
    Program program = programs.get(path);
    if (program == null) {
      throw new ProgramException("Can't run " + path + ": there is no such program", "Check it");
    }
    calls.add(call);
    RunLogLines said = new RunLogLines();
    int code = program.run(call, said);
    said.all().forEach(log::info);
    if (code == NEVER) {
      await(path, call);
    }
    if (code != 0) {
      String line = said.all().isEmpty() ? "" : ": " + said.all().get(said.all().size() - 1);
      throw new ProgramException(path + " failed with exit code " + code + line, "");
    }
  }

  @Override
  public Standby standBy(Call call, String variable) {
    return new Standby() {
      @Override
      public void go(String message) {
        Map<String, String> variables = new HashMap<>(call.variables());
        variables.put(variable, message);
        run(
            new Call(call.command(), variables, call.input() + message + "\n", call.limit()),
            RunLog.silent());
      }

      @Override
      public void close() {}
    };
  }

  private static void await(String path, Call call) {
    try {
      if (new CountDownLatch(1).await(call.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Nobody counts");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal while " + path + " ran", "", e);
    }
    throw new ProgramException(
        path + " did not end within " + call.limit().toSeconds() + " s, and was ended", "");
  }
}
