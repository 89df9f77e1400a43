package org.mkbackup.application.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryRunJournal;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

class StallWatchTest {
  private static final Path FILE = Path.of("/nightly.state");
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final InMemoryRunJournal journal = new InMemoryRunJournal();
  private final RunObserver watcher = mock();
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private final LinkedBlockingQueue<MkbackupException> told = new LinkedBlockingQueue<>();
  private final CountDownLatch interruptible = new CountDownLatch(1);
  private final StallWatch watch =
      new StallWatch(
          () -> Optional.of(LIMIT),
          new StallWatch.Ending() {
            @Override
            public void interrupt(Thread run) {
              awaitUninterruptibly(interruptible);
              run.interrupt();
            }

            @Override
            public void giveUp(MkbackupException failure) {
              told.add(failure);
              givenUp.countDown();
            }
          });
  private final RunRecorder recorder =
      RunRecorder.start(journal, FILE, Clock.systemUTC(), new NextSchedule.Never(), watcher);

  /* A target that takes nothing. */
  private OutputStream hanging(CountDownLatch released, boolean heedsInterrupts) {
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            await(released, heedsInterrupts);
          }
        };
    return MovingOutput.taking(sink, recorder.movement(), "writing site-heute.tar.gz");
  }

  private static void awaitUninterruptibly(CountDownLatch released) {
    try {
      await(released, false);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch released, boolean heedsInterrupts) throws IOException {
    boolean waiting = true;
    while (waiting) {
      try {
        released.await();
        waiting = false;
      } catch (InterruptedException e) {
        if (heedsInterrupts) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", e);
        }
      }
    }
  }

  private Object write(OutputStream sink) {
    try {
      sink.write(1);
      return sink;
    } catch (IOException e) {
      SiteException failure = new SiteException("Can't write", "", e);
      failure.addSuppressed(new SiteException("The site stays stopped", ""));
      throw failure;
    }
  }

  @Test
  void anInterruptThatHangsWithTheRunIsNotWaitedFor() throws InterruptedException {
    recorder.running();
    CountDownLatch released = new CountDownLatch(1);
    OutputStream sink = hanging(released, false);
    Thread run =
        new Thread(
            () ->
                assertThrows(
                    TargetException.class, () -> watch.watch(recorder, () -> write(sink))));
    run.start();

    assertTrue(givenUp.await(20, TimeUnit.SECONDS));

    assertFalse(journal.read(FILE).orElseThrow().success());
    interruptible.countDown();
    released.countDown();
    run.join();
  }

  @Test
  void aRunThatHangsIsEndedAndItsFailureSaysWhereItHung() {
    interruptible.countDown();
    OutputStream sink = hanging(new CountDownLatch(1), true);

    TargetException failure =
        assertThrows(TargetException.class, () -> watch.watch(recorder, () -> write(sink)));

    assertEquals(
        "No byte moved for 0 s while writing site-heute.tar.gz; the run was ended", failure.what());
    assertTrue(failure.getCause() instanceof SiteException, "what it broke off is still known");
    assertFalse(Thread.interrupted(), "what comes after may wait again");
    verify(watcher).warn(startsWith("No byte moved for 0 s while writing site-heute.tar.gz"));
    assertTrue(told.isEmpty());
  }

  @Test
  void aRunThatDoesNotEndIsGivenUpAndItsStateIsWrittenBefore() throws InterruptedException {
    interruptible.countDown();
    recorder.running();
    CountDownLatch released = new CountDownLatch(1);
    OutputStream sink = hanging(released, false);
    Thread run =
        new Thread(
            () ->
                assertThrows(
                    TargetException.class, () -> watch.watch(recorder, () -> write(sink))));
    run.start();

    givenUp.await();

    RunState state = journal.read(FILE).orElseThrow();
    assertEquals(RunState.Phase.FINISHED, state.phase());
    assertFalse(state.success());
    assertTrue(state.output().contains("its process was ended"), state.output());
    assertTrue(told.remove().what().contains("writing site-heute.tar.gz"));
    released.countDown();
    run.join();
  }

  @Test
  void whatFailsByItselfFailsAsItDoes() {
    SiteException failure = new SiteException("no site", "");

    assertSame(
        failure,
        assertThrows(
            SiteException.class,
            () ->
                watch.watch(
                    recorder,
                    () -> {
                      throw failure;
                    })));
  }

  @Test
  void whatTakesLongWithoutBytesIsLeftAlone() {
    String result =
        watch.watch(
            recorder,
            () -> {
              waitForLooks();
              return "swapped";
            });

    assertEquals("swapped", result);
    verify(watcher, never()).warn(startsWith("No byte"));
  }

  /* Longer than no byte may move. */
  private static void waitForLooks() {
    long end = System.nanoTime() + 2 * LIMIT.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whereItIsOffNobodyLooks() {
    StallWatch off = new StallWatch(Optional::empty, mock());

    assertEquals(1, off.watch(recorder, () -> 1));
  }
}
