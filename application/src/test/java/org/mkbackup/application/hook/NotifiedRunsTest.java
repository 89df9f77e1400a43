package org.mkbackup.application.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryProgramRunner;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.ProgramRunner;
import org.mkbackup.domain.target.TargetId;

class NotifiedRunsTest {
  private static final NotifiedRuns.Subject BACKUP =
      new NotifiedRuns.Subject("backup", Optional.of(new JobId("nightly")), Optional.empty());
  private static final NotifiedRuns.Subject RESTORE =
      new NotifiedRuns.Subject("restore", Optional.empty(), Optional.of(new TargetId("nas")));

  private final InMemoryProgramRunner programs = new InMemoryProgramRunner();
  private final RunLogLines log = new RunLogLines();
  private boolean stopped;
  private Hooks settings =
      new Hooks(List.of(), List.of(), List.of("/bin/mail", "admin"), Duration.ofSeconds(5));
  private final NotifiedRuns runs =
      new NotifiedRuns(
          new Host(Path.of("/"), Context.SYSTEM, "vm", Optional.empty(), Optional.empty()),
          job -> settings,
          programs,
          () -> stopped);

  private void fail(NotifiedRuns.Subject subject, MkbackupException failure) {
    assertThrows(
        failure.getClass(),
        () ->
            runs.run(
                subject,
                log,
                () -> {
                  throw failure;
                }));
  }

  private void mailWorks(int code) {
    programs.put("/bin/mail", (call, said) -> code);
  }

  @Test
  void aGoodRunIsNotToldOf() {
    mailWorks(0);

    assertEquals(1, runs.run(BACKUP, log, () -> 1));

    assertEquals(List.of(), programs.calls());
  }

  @Test
  void aFailureIsToldOfOnceInVariablesAndAsText() {
    mailWorks(0);

    fail(BACKUP, new BusyException("Somebody else is at work", "Wait"));

    assertEquals(1, programs.calls().size());
    ProgramRunner.Call call = programs.calls().get(0);
    assertEquals(List.of("/bin/mail", "admin"), call.command());
    assertEquals(
        "Backup of job nightly on vm failed:\nSomebody else is at work. Wait.\n", call.input());
    assertEquals("nightly", call.variables().get("MKBACKUP_JOB"));
    assertEquals("system", call.variables().get("MKBACKUP_CONTEXT"));
    assertEquals("notify", call.variables().get("MKBACKUP_PHASE"));
    assertEquals("failure", call.variables().get("MKBACKUP_RESULT"));
    assertEquals("Somebody else is at work. Wait.", call.variables().get("MKBACKUP_MESSAGE"));
  }

  @Test
  void aRestoreThatFailsIsToldOf() {
    mailWorks(0);

    fail(RESTORE, new TargetException("It is damaged", ""));

    assertEquals(
        "Restore from target nas on vm failed:\nIt is damaged.\n", programs.calls().get(0).input());
    assertEquals("nas", programs.calls().get(0).variables().get("MKBACKUP_TARGET"));
  }

  @Test
  void whoStoppedARunKnowsOfIt() {
    mailWorks(0);

    fail(BACKUP, new StoppedException("Stopped", ""));
    stopped = true;
    fail(BACKUP, new TargetException("What an interrupt broke off", ""));

    assertEquals(List.of(), programs.calls());
  }

  @Test
  void whereNobodyIsToBeToldNothingRuns() {
    settings = Hooks.NONE;

    fail(BACKUP, new TargetException("It is full", ""));

    assertEquals(List.of(), programs.calls());
    assertEquals(List.of(), log.all());
  }

  @Test
  void thatNobodyCanBeToldIsAWarning() {
    mailWorks(9);

    fail(BACKUP, new TargetException("It is full", ""));

    assertEquals(
        List.of("Nobody could be told of the failure: /bin/mail failed with exit code 9."),
        log.warnings());
  }

  @Test
  void aRunThatIsGivenUpIsToldOfOnceThoughItFailsLater() {
    mailWorks(0);

    assertThrows(
        TargetException.class,
        () ->
            runs.run(
                BACKUP,
                log,
                () -> {
                  runs.giveUp(new TargetException("It hangs", ""));
                  throw new TargetException("It fails late", "");
                }));

    assertEquals(1, programs.calls().size());
    assertEquals(
        "Backup of job nightly on vm failed:\nIt hangs.\n", programs.calls().get(0).input());
    assertEquals("It hangs.", programs.calls().get(0).variables().get("MKBACKUP_MESSAGE"));
    assertEquals("nightly", programs.calls().get(0).variables().get("MKBACKUP_JOB"));
  }
}
