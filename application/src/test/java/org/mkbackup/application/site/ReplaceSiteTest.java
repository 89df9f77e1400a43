package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteStatus;
import org.mockito.InOrder;

/** The order in which a site is replaced, which decides what a failure costs. */
class ReplaceSiteTest extends ReplaceSiteTrial {
  @Test
  void stopsTheSiteOnlyWhenTheNewTreeIsWhole() {
    replace(false);

    InOrder order = inOrder(control, accounts, staged, work, owner);
    order.verify(owner).own(sites.resolve("new"), SITE);
    order.verify(work).unpack(any(), any(), any(), any());
    order.verify(work).convert(any(), any());
    order.verify(staged).noteRunning();
    order.verify(control).stop(SITE);
    order.verify(accounts).unmountTmpfs(SITE);
    order.verify(staged).swapIn(true);
    order.verify(work).runHooks(any(), any(), any());
    order.verify(staged).accept(any());
    order.verify(control).start(SITE);
    order.verify(staged).close();
  }

  @Test
  void aDamagedArchiveNeverStopsTheSite() {
    ArchiveException failure = new ArchiveException("cut off", "");
    when(work.unpack(any(), any(), any(), any())).thenThrow(failure);

    assertSame(failure, assertThrows(ArchiveException.class, () -> replace(false)));

    verify(control, never()).stop(SITE);
    verify(staged, never()).swapIn(true);
    verify(staged).close();
  }

  @Test
  void aHookThatFailsPutsTheOldTreeBackBeforeTheSiteIsStartedAgain() {
    doThrow(new SiteException("hook", "")).when(work).runHooks(any(), any(), any());

    assertThrows(SiteException.class, () -> replace(false));

    InOrder order = inOrder(staged, control);
    order.verify(staged).swapIn(true);
    order.verify(staged).undo();
    order.verify(control).start(SITE);
    verify(staged, never()).accept(any());
  }

  @Test
  void aTreeThatCantBeAcceptedIsPutBackBeforeTheSiteIsStartedAgain() {
    doThrow(new SiteException("disk", "")).when(staged).accept(any());

    assertThrows(SiteException.class, () -> replace(false));

    InOrder order = inOrder(staged, control);
    order.verify(staged).accept(any());
    order.verify(staged).undo();
    order.verify(control).start(SITE);
  }

  @Test
  void anUndoThatFailsDoesntHideWhatFailedFirst() {
    SiteException failure = new SiteException("hook", "");
    doThrow(failure).when(work).runHooks(any(), any(), any());
    doThrow(new SiteException("undo", "run it again")).when(staged).undo();

    assertSame(failure, assertThrows(SiteException.class, () -> replace(false)));
    assertEquals(
        " undo. run it again. Site heute is left stopped, because its files are half swapped. Don't"
            + " start it before a run of mkbackup has put them in order.",
        Aftermath.of(failure));
  }

  @Test
  void aSiteWhoseOldTreeCantBePutBackIsNotStarted() {
    doThrow(new SiteException("hook", "")).when(work).runHooks(any(), any(), any());
    doThrow(new StackOverflowError()).when(staged).undo();

    assertThrows(SiteException.class, () -> replace(false));

    verify(control).stop(SITE);
    verify(control, never()).start(any());
  }

  @Test
  void aSiteThatASwapLeftHalfDoneIsNotStarted() {
    SiteException failure = new SiteException("swap", "");
    doThrow(failure).when(staged).swapIn(true);
    when(home.mustUndo(any())).thenReturn(true);

    assertSame(failure, assertThrows(SiteException.class, () -> replace(false)));

    verify(control, never()).start(any());
    assertTrue(Aftermath.of(failure).contains("is left stopped"), Aftermath.of(failure));
  }

  @Test
  void aSiteThatWasStartedMeanwhileIsStopped() {
    when(control.status(SITE)).thenReturn(SiteStatus.STOPPED, SiteStatus.RUNNING);

    replace(false);

    InOrder order = inOrder(control, staged);
    order.verify(control).stop(SITE);
    order.verify(staged).swapIn(true);
    order.verify(control).start(SITE);
  }

  @Test
  void aSwapThatFailsStartsTheOldSiteAgain() {
    doThrow(new SiteException("swap", "")).when(staged).swapIn(true);

    assertThrows(SiteException.class, () -> replace(false));

    verify(control).start(SITE);
    verify(work, never()).runHooks(any(), any(), any());
  }
}
