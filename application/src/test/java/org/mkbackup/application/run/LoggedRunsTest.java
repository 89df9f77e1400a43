package org.mkbackup.application.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryLogSink;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.LogSink;

class LoggedRunsTest {
  private static final LoggedRuns.Label NIGHTLY = new LoggedRuns.Label("backup nightly", false);
  private static final LoggedRuns.Label RESTORE = new LoggedRuns.Label("restore", true);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T02:30:00Z"), ZoneOffset.UTC);

  private final InMemoryLogSink log = new InMemoryLogSink();
  private final RunObserver watcher = mock();
  private final LoggedRuns runs = new LoggedRuns(log, CLOCK);
  private final String prefix = " [" + ProcessHandle.current().pid() + "] ";

  @Test
  void keepsWhatARunSaysAndPassesItOn() {
    int result =
        runs.run(
            NIGHTLY,
            watcher,
            observer -> {
              observer.info("begun");
              observer.warn("look here");
              observer.verbose("a detail");
              return 7;
            });

    assertEquals(7, result);
    assertEquals(
        List.of(
            "INFO" + prefix + "backup nightly: begun",
            "WARNING" + prefix + "backup nightly: look here"),
        log.lines());
    verify(watcher).info("begun");
    verify(watcher).warn("look here");
    verify(watcher).verbose("a detail");
  }

  @Test
  void keepsDetailsWhereTheyAreHeard() {
    when(watcher.isVerbose()).thenReturn(true);
    runs.run(
        NIGHTLY,
        watcher,
        observer -> {
          observer.verbose("a detail");
          return 0;
        });

    assertEquals(List.of("INFO" + prefix + "backup nightly: a detail"), log.lines());
  }

  @Test
  void aRunThatSaysNothingIsInTheLogAllTheSame() {
    runs.run(NIGHTLY, watcher, observer -> 7);

    assertEquals(List.of("INFO" + prefix + "backup nightly: Done"), log.lines());
  }

  @Test
  void keepsTheFirstLineAtOnce() {
    runs.run(
        NIGHTLY,
        watcher,
        observer -> {
          observer.info("begun");
          assertEquals(1, log.lines().size());
          return 0;
        });
  }

  @Test
  void holdsTheLinesOfARunThatReplacesTheLogBackToItsEnd() {
    runs.run(
        RESTORE,
        watcher,
        observer -> {
          observer.info("begun");
          assertEquals(List.of(), log.lines());
          return 0;
        });

    assertEquals(List.of("INFO" + prefix + "restore: begun"), log.lines());
  }

  @Test
  void saysHowManyLinesItLeftOutAndHasTheLastWord() {
    assertThrows(
        TargetException.class,
        () ->
            runs.run(
                RESTORE,
                new SilentObserver(),
                observer -> {
                  for (int i = 0; i < 100_007; i++) {
                    observer.info("a line");
                  }
                  throw new TargetException("It is full", "Make room");
                }));

    assertEquals(
        List.of(
            "INFO" + prefix + "restore: a line",
            "WARNING" + prefix + "restore: ... 7 further lines are left out here",
            "ERROR" + prefix + "restore: It is full. Make room."),
        log.lines().subList(99_999, log.lines().size()));
  }

  @Test
  void keepsWhatARunFailedWith() {
    TargetException failure = new TargetException("It is full", "Make room");

    assertThrows(
        TargetException.class,
        () ->
            runs.run(
                NIGHTLY,
                watcher,
                observer -> {
                  throw failure;
                }));

    assertEquals(List.of("ERROR" + prefix + "backup nightly: It is full. Make room."), log.lines());
  }

  @Test
  void aLogThatCannotBeWrittenIsWarnedAboutOnceAndTheRunGoesOn() {
    LogSink full = mock();
    doThrow(new SiteException("Can't write the log", "Make room")).when(full).append(any());

    int result =
        new LoggedRuns(full, CLOCK)
            .run(
                NIGHTLY,
                watcher,
                observer -> {
                  observer.info("begun");
                  observer.info("done");
                  return 7;
                });

    assertEquals(7, result);
    verify(watcher).warn(startsWith("Can't write the log. Make room."));
  }

  private static final class SilentObserver implements RunObserver {
    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void verbose(String line) {}
  }
}
