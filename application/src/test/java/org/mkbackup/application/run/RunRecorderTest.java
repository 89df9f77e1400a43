package org.mkbackup.application.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryRunJournal;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;
import org.mkbackup.domain.run.RunState.Phase;

class RunRecorderTest {
  private static final Path FILE = Path.of("/nightly.state");

  private final InMemoryRunJournal journal = new InMemoryRunJournal();
  private final RunObserver watcher = mock();
  private final MovableClock clock = new MovableClock();
  private final RunRecorder recorder =
      RunRecorder.start(journal, FILE, clock, new NextSchedule.Disabled(), watcher);

  @Test
  void aGoodRunIsStartedRunningAndFinished() {
    recorder.running();
    recorder.succeeded(Optional.of(123L));
    recorder.close();

    assertEquals(
        List.of(Phase.STARTED, Phase.RUNNING, Phase.FINISHED),
        journal.written(FILE).stream().map(RunState::phase).toList());
    assertTrue(last().success());
    assertEquals(Optional.of(123L), last().size());
    assertEquals(new NextSchedule.Disabled(), last().nextSchedule());
  }

  @Test
  void tellsWhenAByteMovedLastAsLongAsItRuns() {
    recorder.running();
    clock.now = clock.now.plusSeconds(90);
    recorder.advanced(1000);
    Instant moved = clock.now;
    clock.now = clock.now.plusSeconds(300);
    recorder.info("a line moves nothing");

    assertEquals(Optional.of(moved), last().moved());
    recorder.close();
    assertEquals(Optional.empty(), last().moved());
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    recorder.running();
    clock.now = clock.now.minusSeconds(18_000);

    recorder.advanced(1000);

    assertEquals(3, journal.written(FILE).size());
    assertEquals(Duration.ZERO, recorder.elapsed());
  }

  @Test
  void aRunThatEndsBeforeItsEndHasFailed() {
    recorder.close();

    assertEquals(Phase.FINISHED, last().phase());
    assertFalse(last().success());
    assertEquals(Optional.empty(), last().size());
  }

  @Test
  void linesGoToTheWatcherAndWithTheTimeIntoTheState() {
    recorder.running();
    recorder.info("a line");
    recorder.warn("look here\nforged");
    recorder.verbose("a detail");
    recorder.close();

    verify(watcher).info("a line");
    verify(watcher).verbose("a detail");
    assertEquals(
        "2026-11-01 02:30:00 a line\n2026-11-01 02:30:00 WARNING: look here?forged\n",
        last().output());
  }

  @Test
  void theStateSaysHowManyLinesItLeavesOutAndHasTheLastWord() {
    recorder.running();
    String line = "x".repeat(1023);
    for (int i = 0; i < 1100; i++) {
      recorder.info(line);
    }
    recorder.recordEnd("ERROR: It is full");
    recorder.close();

    List<String> lines = last().output().lines().toList();
    int kept = lines.size() - 2;
    assertTrue(kept > 1000, "the first lines are kept");
    assertEquals(
        "2026-11-01 02:30:00 ... "
            + (1100 - kept)
            + " further lines are left out here; the log has them",
        lines.get(kept));
    assertEquals("2026-11-01 02:30:00 ERROR: It is full", lines.get(kept + 1));
    verify(watcher, times(1100)).info(line);
  }

  @Test
  void whileItRunsTheStateIsWrittenOnceASecondAtMost() {
    recorder.running();
    for (int i = 0; i < 100; i++) {
      clock.now = clock.now.plusMillis(50);
      recorder.advanced(1000);
    }

    List<RunState> written = journal.written(FILE);
    assertEquals(2 + 5, written.size());
    assertEquals(20_000, last().bytesPerSecond(), 1e-6);
  }

  @Test
  void aStateFileThatCannotBeWrittenIsWarnedAboutOnceAndTheRunGoesOn() {
    RunJournal full = mock();
    SiteException failure = new SiteException("Can't write the state file", "Make room");
    doThrow(failure).when(full).write(any(), any());

    try (RunRecorder unheard =
        RunRecorder.start(full, FILE, clock, new NextSchedule.Disabled(), watcher)) {
      unheard.running();
      unheard.info("a line");
      unheard.succeeded(Optional.of(1L));
    }

    verify(watcher).warn(startsWith("Can't write the state file. Make room."));
    verify(full, times(3)).write(any(), any());
  }

  @Test
  void aRunWhosePhaseCouldNotBeWrittenForAnUnknownReasonHasFailed() {
    RunJournal broken = mock();
    doNothing().doThrow(new IllegalStateException()).doNothing().when(broken).write(any(), any());
    RunRecorder recorded =
        RunRecorder.start(broken, FILE, clock, new NextSchedule.Disabled(), watcher);

    assertThrows(IllegalStateException.class, () -> recorded.succeeded(Optional.of(1L)));
    recorded.close();

    verify(broken, times(3)).write(any(), any());
  }

  @Test
  void anInterruptDoesntKeepTheEndFromBeingWritten() {
    Thread.currentThread().interrupt();
    recorder.close();

    assertTrue(Thread.interrupted(), "the interrupt is kept");
    assertEquals(Phase.FINISHED, last().phase());
  }

  @Test
  void theLastGoodRunIsRememberedThroughOnesThatFail() {
    recorder.running();
    recorder.succeeded(Optional.of(123L));
    GoodRun good = new GoodRun(clock.now, 123);
    clock.now = clock.now.plusSeconds(60);
    RunRecorder.start(journal, FILE, clock, new NextSchedule.Never(), watcher).close();
    assertEquals(Optional.of(good), last().before());
    assertEquals(Optional.of(good), last().lastGood());

    RunRecorder third = RunRecorder.start(journal, FILE, clock, new NextSchedule.Never(), watcher);
    third.succeeded(Optional.of(200L));

    assertEquals(Optional.of(good), last().before());
    assertEquals(Optional.of(new GoodRun(clock.now, 200)), last().lastGood());
  }

  @Test
  void aWatcherThatHangsDoesntKeepTheEndFromBeingWritten() throws InterruptedException {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    doAnswer(
            call -> {
              hanging.countDown();
              released.await();
              return null;
            })
        .when(watcher)
        .info(any());
    recorder.running();
    Thread thread = new Thread(() -> recorder.info("a line"));
    thread.start();
    hanging.await();

    recorder.abandon("ERROR: It hangs");

    assertEquals(Phase.FINISHED, last().phase());
    assertFalse(last().success());
    assertTrue(last().output().endsWith("ERROR: It hangs\n"), last().output());
    released.countDown();
    thread.join();
  }

  @Test
  void knowsHowLongItHasRun() {
    clock.now = clock.now.plusSeconds(90);

    assertEquals(Duration.ofSeconds(90), recorder.elapsed());
  }

  private RunState last() {
    return journal.read(FILE).orElseThrow();
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-11-01T02:30:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
