package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.ProgramRunner;
import org.mkbackup.domain.run.RunLog;

/** What every {@link ProgramRunner} promises. */
public abstract class ProgramRunnerContract {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final RunLogLines log = new RunLogLines();

  protected abstract ProgramRunner runner();

  /** A program that says its first argument, or all of its input if that is {@code -}. */
  protected abstract String saying(int exitCode);

  /** A program that says the value of the variable that its first argument names. */
  protected abstract String telling();

  /** A program that says a line and doesn't end for a minute. */
  protected abstract String endless(String line);

  /** A program that leaves the value of {@code MESSAGE}, and then its input. */
  protected abstract String leaving();

  /** What such a program has left; waits for it. */
  protected abstract List<String> left();

  /** Whether a program has left anything. */
  protected abstract boolean hasLeft();

  /** The path of no program. */
  protected abstract String missing();

  private static ProgramRunner.Call call(Duration limit, String... command) {
    return new ProgramRunner.Call(
        List.of(command), Map.of("MKBACKUP_JOB", "nightly"), "two\nlines\n", limit);
  }

  @Test
  void givesArgumentsAsTheyAreAndLogsWhatIsSaid() {
    String argument = "$HOME 'a' \"b\" ; echo c * |";

    runner().run(call(LIMIT, saying(0), argument), log);

    assertEquals(List.of(argument), log.all());
  }

  @Test
  void givesTheInput() {
    runner().run(call(LIMIT, saying(0), "-"), log);

    assertEquals(List.of("two", "lines"), log.all());
  }

  @Test
  void givesTheVariables() {
    runner().run(call(LIMIT, telling(), "MKBACKUP_JOB"), log);

    assertEquals(List.of("nightly"), log.all());
  }

  @Test
  void aProgramThatStandsByRunsWhenItIsTold() {
    ProgramRunner.Call call =
        new ProgramRunner.Call(
            List.of(leaving(), "a;b"), Map.of("MKBACKUP_JOB", "nightly"), "It failed:\n", LIMIT);

    try (ProgramRunner.Standby standby = runner().standBy(call, "MESSAGE")) {
      assertFalse(hasLeft());
      standby.go("\\n $HOME `id` 'x'");
    }

    assertEquals(List.of("\\n $HOME `id` 'x'", "It failed:", "\\n $HOME `id` 'x'"), left());
  }

  @Test
  void aProgramThatStoodByInVainDoesNotRun() {
    runner().standBy(call(LIMIT, leaving()), "MESSAGE").close();

    runner().run(call(LIMIT, saying(0), "x"), log);
    assertFalse(hasLeft());
  }

  @Test
  void aProgramThatFailsIsNamedWithItsLastLine() {
    String program = saying(7);

    ProgramException failure =
        assertThrows(
            ProgramException.class, () -> runner().run(call(LIMIT, program, "no luck"), log));

    assertEquals(program + " failed with exit code 7: no luck", failure.what());
    assertEquals(List.of("no luck"), log.all());
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    ProgramException failure =
        assertThrows(ProgramException.class, () -> runner().run(call(LIMIT, missing()), log));

    assertTrue(failure.what().contains(missing()), failure::what);
  }

  @Test
  void aProgramThatTakesTooLongIsEnded() {
    String program = endless("at work");

    ProgramException failure =
        assertTimeout(
            LIMIT,
            () ->
                assertThrows(
                    ProgramException.class, () -> runner().run(call(SHORT, program), log)));

    assertEquals(program + " did not end within 1 s, and was ended", failure.what());
  }

  @Test
  void aStopEndsAProgramThatIsAtWork() {
    Thread caller = Thread.currentThread();
    RunLog stopping =
        new RunLog() {
          @Override
          public void info(String line) {
            caller.interrupt();
          }

          @Override
          public void warn(String line) {}

          @Override
          public void verbose(String line) {}
        };

    assertTimeout(
        LIMIT,
        () ->
            assertThrows(
                StoppedException.class,
                () -> runner().run(call(Duration.ofHours(1), endless("at work")), stopping)));
    assertTrue(Thread.interrupted(), "the stop is still to be seen by the caller");
  }
}
