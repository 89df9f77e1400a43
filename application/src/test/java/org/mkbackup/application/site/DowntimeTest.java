package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;
import org.mockito.InOrder;

class DowntimeTest {
  private static final SiteName SITE = new SiteName("heute");

  private final SiteControl control = mock();
  private final Supplier<String> work = mock();
  private final Downtime downtime = new Downtime(control);

  @Test
  void stopsARunningSiteBeforeTheWorkAndStartsItAfter() {
    when(work.get()).thenReturn("done");

    assertEquals("done", during(true, false));

    InOrder order = inOrder(control, work);
    order.verify(control).stop(SITE);
    order.verify(control).killProcesses(SITE);
    order.verify(work).get();
    order.verify(control).start(SITE);
  }

  @Test
  void startsARunningSiteAgainWhenTheWorkFails() {
    IllegalStateException failure = new IllegalStateException("no luck");
    when(work.get()).thenThrow(failure);

    assertSame(failure, assertThrows(IllegalStateException.class, () -> during(true, false)));

    InOrder order = inOrder(control, work);
    order.verify(control).stop(SITE);
    order.verify(work).get();
    order.verify(control).start(SITE);
  }

  @Test
  void startsARunningSiteAgainWhenItCantBeStopped() {
    doThrow(new SiteException("won't stop", "")).when(control).stop(SITE);

    assertThrows(SiteException.class, () -> during(true, false));

    verify(work, never()).get();
    verify(control).start(SITE);
  }

  @Test
  void tellsTheFirstFailureWhenTheSiteCantBeStartedAgain() {
    IllegalStateException failure = new IllegalStateException("no luck");
    when(work.get()).thenThrow(failure);
    doThrow(new SiteException("won't start", "")).when(control).start(SITE);

    assertSame(failure, assertThrows(IllegalStateException.class, () -> during(true, false)));
    assertEquals(
        " Site heute is stopped: won't start. Start it with 'omd start'.", Aftermath.of(failure));
  }

  @Test
  void leavesAStoppedSiteStopped() {
    during(false, false);

    verify(control, never()).stop(SITE);
    verify(control, never()).start(SITE);
  }

  @Test
  void startsAStoppedSiteWhenAskedToButNotAfterAFailure() {
    during(false, true);
    verify(control).start(SITE);

    when(work.get()).thenThrow(new IllegalStateException());
    assertThrows(IllegalStateException.class, () -> during(false, true));
    verify(control).start(SITE);
  }

  @Test
  void startsTheSiteAgainEvenWhenToldToStop() {
    when(work.get())
        .thenAnswer(
            call -> {
              Thread.currentThread().interrupt();
              throw new IllegalStateException("interrupted");
            });

    assertThrows(IllegalStateException.class, () -> during(true, false));

    verify(control).start(SITE);
    assertTrue(Thread.interrupted(), "the interrupt is kept");
  }

  @Test
  void refusesARunningSiteUnlessItMayBeStopped() {
    when(control.status(SITE)).thenReturn(SiteStatus.PARTLY_RUNNING);

    SiteException failure =
        assertThrows(SiteException.class, () -> downtime.isRunning(SITE, false));

    assertTrue(failure.getMessage().contains("heute is running"));
    assertTrue(downtime.isRunning(SITE, true));
  }

  private String during(boolean wasRunning, boolean startAnyway) {
    return downtime.during(SITE, wasRunning, startAnyway, RunLog.silent(), work);
  }
}
