package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.StoppedException;

/** A signal, which interrupts the working thread, before and after the trees change places. */
class SignalledSwapTest extends ReplaceSiteTrial {

  @AfterEach
  void calm() {
    Thread.interrupted();
  }

  @Test
  void beforeItIsHeard() {
    Thread worker = Thread.currentThread();
    doAnswer(
            call -> {
              worker.interrupt();
              return null;
            })
        .when(accounts)
        .unmountTmpfs(SITE);

    assertThrows(StoppedException.class, () -> replace(false));
    verify(staged, never()).swapIn(true);
    verify(control).start(SITE);
  }

  @Test
  void afterwardsTheRestoreGoesOnToItsEnd() {
    Thread worker = Thread.currentThread();
    List<Boolean> interrupted = new ArrayList<>();
    doAnswer(
            call -> {
              worker.interrupt();
              interrupted.add(Thread.currentThread().isInterrupted());
              return null;
            })
        .when(work)
        .runHooks(any(), any(), any());

    replace(false);
    assertEquals(List.of(false), interrupted);
    verify(staged).accept(any());
    verify(staged, never()).undo();
    verify(control).start(SITE);
    assertTrue(Thread.currentThread().isInterrupted(), "the interrupt is kept");
  }
}
