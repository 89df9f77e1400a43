package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.PostRestoreHooks;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** What every {@link PostRestoreHooks} promises. */
public abstract class PostRestoreHooksContract {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final RunLogLines log = new RunLogLines();

  protected abstract PostRestoreHooks hooks();

  /** The directory that holds the hooks; it may be missing while there are none. */
  protected abstract Path directory();

  /** A site whose home is there. */
  protected abstract SiteTree site();

  /** Puts a hook into the directory that says a line and ends with an exit code. */
  protected abstract void putSaying(String name, String line, int exitCode);

  /** Puts a hook into the directory that says what a variable of its environment is. */
  protected abstract void putTelling(String name, String variable);

  /** Puts a hook into the directory that says a line, and doesn't end for a minute. */
  protected abstract void putEndless(String name, String line);

  /** Puts something into the directory that is not executable. */
  protected abstract void putOther(String name);

  private void run(RunLog to) {
    hooks().run(site(), directory(), Map.of("OLD_OMD_SITE", "gestern"), to);
  }

  private List<String> said() {
    run(log);
    return log.all();
  }

  @Test
  void runsHooksSortedByNameAndLogsWhatTheySay() {
    putSaying("02_second", "from the second", 0);
    putSaying("01_first", "from the first", 0);

    List<String> said = said();

    assertTrue(said.indexOf("from the first") >= 0, said::toString);
    assertTrue(said.indexOf("from the first") < said.indexOf("from the second"), said::toString);
  }

  @Test
  void aMissingDirectoryHoldsNoHooks() {
    assertEquals(List.of(), said());
  }

  @Test
  void passesOverWhatIsNotExecutable() {
    putOther("00_README");
    putSaying("01_first", "from the first", 0);

    assertTrue(said().contains("from the first"));
  }

  @Test
  void aHookThatFailsIsNamedAndIsTheLast() {
    putSaying("01_bad", "no luck", 7);
    putSaying("02_never", "never said", 0);

    SiteException failure = assertThrows(SiteException.class, () -> run(log));

    assertTrue(failure.what().contains("01_bad"), failure::what);
    assertTrue(failure.what().contains("7: no luck"), failure::what);
    assertTrue(log.all().contains("no luck"), log.all()::toString);
    assertTrue(!log.all().contains("never said"), log.all()::toString);
  }

  @Test
  void hooksHaveTheSitesEnvironmentAndTheGivenVariables() {
    putTelling("01_site", "OMD_SITE");
    putTelling("02_root", "OMD_ROOT");
    putTelling("03_old", "OLD_OMD_SITE");

    List<String> said = said();

    assertTrue(said.contains(site().name().value()), said::toString);
    assertTrue(said.contains(site().home().toString()), said::toString);
    assertTrue(said.contains("gestern"), said::toString);
  }

  @Test
  void aStopEndsAHookThatIsAtWork() {
    putEndless("01_long", "at work");
    Thread runner = Thread.currentThread();

    assertTimeout(
        LIMIT,
        () -> assertThrows(StoppedException.class, () -> run(new StoppingLog(runner, "at work"))));
    assertTrue(Thread.interrupted(), "the stop is still to be seen by the caller");
  }

  /* What a signal does, once a line has come. */
  private record StoppingLog(Thread runner, String at) implements RunLog {
    @Override
    public void info(String line) {
      if (line.equals(at)) {
        runner.interrupt();
      }
    }

    @Override
    public void warn(String line) {}

    @Override
    public void verbose(String line) {}
  }
}
