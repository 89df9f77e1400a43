package org.mkbackup.application.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.contract.InMemoryProgramRunner;
import org.mkbackup.contract.InMemoryRunJournal;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.target.TargetId;

class RunHooksTest {
  private static final Hooks HOOKS =
      new Hooks(
          List.of(List.of("/bin/first", "a b"), List.of("/bin/second")),
          List.of(List.of("/bin/third"), List.of("/bin/fourth")),
          List.of(),
          Duration.ofSeconds(5));
  private static final RunHooks.Backup BACKUP =
      new RunHooks.Backup(
          new JobId("nightly"), new TargetId("nas"), new BackupId("x-nightly-complete"));

  private final InMemoryProgramRunner programs = new InMemoryProgramRunner();
  private final List<String> warnings = new ArrayList<>();
  private final RunRecorder recorder =
      RunRecorder.start(
          new InMemoryRunJournal(),
          Path.of("/nightly.state"),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
          new NextSchedule.Never(),
          new RunObserver() {
            @Override
            public void info(String line) {}

            @Override
            public void warn(String line) {
              warnings.add(line);
            }

            @Override
            public void verbose(String line) {}
          });
  private final RunHooks hooks =
      new RunHooks(
          new Host(
              Path.of("/"),
              Context.SITE,
              "vm",
              Optional.of(new SiteTree(new SiteName("heute"), Path.of("/omd/sites/heute"))),
              Optional.empty()),
          job -> HOOKS,
          programs);

  private void ending(String path, int code) {
    programs.put(path, (call, log) -> code);
  }

  private void allEnd() {
    for (String path : List.of("/bin/first", "/bin/second", "/bin/third", "/bin/fourth")) {
      ending(path, 0);
    }
  }

  private List<String> called() {
    return programs.calls().stream().map(call -> call.command().get(0)).toList();
  }

  private Map<String, String> facts(int call) {
    return programs.calls().get(call).variables();
  }

  @Test
  void hooksRunAroundTheBackupAndAreToldTheFacts() {
    allEnd();

    assertEquals(
        4096,
        hooks.around(
            BACKUP,
            recorder,
            () -> {
              assertEquals(List.of("/bin/first", "/bin/second"), called());
              return 4096;
            }));

    assertEquals(List.of("/bin/first", "/bin/second", "/bin/third", "/bin/fourth"), called());
    assertEquals(List.of("/bin/first", "a b"), programs.calls().get(0).command());
    assertEquals(Duration.ofSeconds(5), programs.calls().get(0).limit());
    assertEquals(
        Map.of(
            "MKBACKUP_CONTEXT", "site",
            "MKBACKUP_SITE", "heute",
            "MKBACKUP_MODE", "backup",
            "MKBACKUP_PHASE", "before",
            "MKBACKUP_JOB", "nightly",
            "MKBACKUP_TARGET", "nas"),
        facts(0));
    assertEquals("after", facts(3).get("MKBACKUP_PHASE"));
    assertEquals("success", facts(3).get("MKBACKUP_RESULT"));
    assertEquals("4096", facts(3).get("MKBACKUP_SIZE"));
    assertEquals("0", facts(3).get("MKBACKUP_DURATION"));
    assertEquals("x-nightly-complete", facts(3).get("MKBACKUP_BACKUP_ID"));
    assertFalse(facts(3).containsKey("MKBACKUP_MESSAGE"));
  }

  @Test
  void aHookBeforeThatFailsKeepsTheBackupFromBeingMadeAndThoseAfterRun() {
    allEnd();
    ending("/bin/first", 4);

    ProgramException failure =
        assertThrows(
            ProgramException.class,
            () ->
                hooks.around(
                    BACKUP,
                    recorder,
                    () -> {
                      throw new AssertionError("no backup");
                    }));

    assertEquals(List.of("/bin/first", "/bin/third", "/bin/fourth"), called());
    assertEquals("failure", facts(1).get("MKBACKUP_RESULT"));
    assertEquals(failure.getMessage(), facts(1).get("MKBACKUP_MESSAGE"));
    assertFalse(facts(1).containsKey("MKBACKUP_BACKUP_ID"));
  }

  @Test
  void aHookAfterThatFailsIsAWarningAndTheNextOneRuns() {
    allEnd();
    ending("/bin/third", 4);

    assertEquals(1, hooks.around(BACKUP, recorder, () -> 1));

    assertEquals("/bin/fourth", called().get(3));
    assertEquals(List.of("A hook after the run: /bin/third failed with exit code 4."), warnings);
  }

  @Test
  void hooksAfterAreToldOfAFailureWithoutLineBreaksAndRunThoughASignalHasCome() {
    allEnd();
    TargetException failure = new TargetException("It is full", "Make room");

    Throwable thrown =
        assertThrows(
            TargetException.class,
            () ->
                hooks.around(
                    BACKUP,
                    recorder,
                    () -> {
                      Thread.currentThread().interrupt();
                      throw failure;
                    }));

    assertSame(failure, thrown);
    assertTrue(Thread.interrupted(), "the signal is still to be seen");
    assertEquals("It is full. Make room.", facts(3).get("MKBACKUP_MESSAGE"));
  }

  @Test
  void anUnknownFailureIsToldInOneLine() {
    allEnd();

    assertThrows(
        IllegalStateException.class,
        () ->
            hooks.around(
                BACKUP,
                recorder,
                () -> {
                  throw new IllegalStateException("two\nlines");
                }));

    assertEquals("java.lang.IllegalStateException: two?lines", facts(3).get("MKBACKUP_MESSAGE"));
  }
}
