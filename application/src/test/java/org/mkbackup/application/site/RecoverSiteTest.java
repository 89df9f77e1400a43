package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteHome.Recovery;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;
import org.mkbackup.domain.site.SiteTree;
import org.mockito.InOrder;

class RecoverSiteTest {
  private static final SiteName NAME = new SiteName("heute");
  private static final SiteTree SITE = new SiteTree(NAME, Path.of("/omd/sites/heute"));

  private final SiteHome home = mock();
  private final SiteControl control = mock();
  private final SiteAccounts accounts = mock();
  private final RestoreLock lock =
      new RestoreLock(
          new Host(Path.of("/"), Context.SITE, "h", Optional.of(SITE), Optional.empty()),
          new InMemoryRunLock());
  private final RunLogLines log = new RunLogLines();
  private final RecoverSite recover = new RecoverSite(home, control, accounts, lock);

  @BeforeEach
  void somethingIsHalfDone() {
    when(home.isHalfDone(SITE)).thenReturn(true);
  }

  @Test
  void startsASiteAgainThatRanWhenItsRestoreWasKilled() {
    when(home.recover(any(), any())).thenReturn(Recovery.UNDONE_WAS_RUNNING);

    recover.run(SITE, log);

    verify(control).start(NAME);
    assertEquals(List.of("An interrupted restore of site heute was undone"), log.all());
  }

  @Test
  void startsASiteThatWasStoppedWhenItsRestoreWasKilledAndForgetsItThen() {
    when(home.recover(any(), any())).thenReturn(Recovery.WAS_RUNNING);
    when(control.status(NAME)).thenReturn(SiteStatus.PARTLY_RUNNING);

    recover.run(SITE, log);

    InOrder order = inOrder(control, home);
    order.verify(control).start(NAME);
    order.verify(home).settle(SITE);
    assertEquals(List.of("An interrupted restore of site heute had stopped it"), log.all());
  }

  @Test
  void leavesASiteStoppedThatDidNotRun() {
    when(home.recover(any(), any())).thenReturn(Recovery.UNDONE);

    recover.run(SITE, log);

    verify(control, never()).start(NAME);
  }

  @Test
  void doesNothingWithoutATrace() {
    when(home.isHalfDone(SITE)).thenReturn(false);

    recover.run(SITE, log);

    verify(home, never()).recover(any(), any());
  }

  @Test
  void staysAwayWhileARestoreIsAtWork() {
    try (RunLock.Held held = lock.take(SITE)) {
      assertThrows(BusyException.class, () -> recover.run(SITE, log));
    }
    verify(home, never()).recover(any(), any());
  }

  @Test
  void tellsWhatStandsInTheWay() {
    when(home.recover(any(), any())).thenThrow(new SiteException("disk is gone", ""));

    assertThrows(SiteException.class, () -> recover.run(SITE, log));

    verify(control, never()).start(NAME);
  }

  @Test
  void startsASiteThatRanWhenTheKillCameAfterTheNewTreeWasAccepted() {
    when(home.recover(any(), any())).thenReturn(Recovery.FINISHED_WAS_RUNNING);
    when(control.status(NAME)).thenReturn(SiteStatus.STOPPED);
    recover.run(SITE, log);
    verify(control).start(NAME);
    assertEquals(List.of("An interrupted restore of site heute was finished"), log.all());
  }

  @Test
  void haltsASiteThatWasStartedHalfSwappedAndStartsTheOldOne() {
    when(home.mustUndo(SITE)).thenReturn(true);
    when(home.recover(any(), any())).thenReturn(Recovery.UNDONE);
    when(control.status(NAME)).thenReturn(SiteStatus.PARTLY_RUNNING, SiteStatus.STOPPED);
    doThrow(new SiteException("half of omd is missing", "")).when(control).stop(NAME);
    recover.run(SITE, log);
    InOrder order = inOrder(control, accounts, home);
    order.verify(control).stop(NAME);
    order.verify(control).killProcesses(NAME);
    order.verify(accounts).unmountTmpfs(NAME);
    order.verify(home).recover(any(), any());
    order.verify(control).start(NAME);
  }

  @Test
  void startsNothingThatCouldNotTellWhetherItRan() {
    when(home.mustUndo(SITE)).thenReturn(true);
    when(home.recover(any(), any())).thenReturn(Recovery.UNDONE);
    when(control.status(NAME)).thenThrow(new SiteException("half of omd is missing", ""));
    recover.run(SITE, log);
    verify(control).killProcesses(NAME);
    verify(control, never()).start(NAME);
  }

  @Test
  void leavesARunningSiteAloneWhoseRestoreNeverSwapped() {
    when(home.recover(any(), any())).thenReturn(Recovery.NOTHING);
    when(control.status(NAME)).thenReturn(SiteStatus.RUNNING);
    recover.run(SITE, log);
    verify(control, never()).stop(NAME);
    verify(accounts, never()).unmountTmpfs(NAME);
  }

  @Test
  void doesNotStartWhatCouldNotBePutBackAndSaysSo() {
    SiteException failure = new SiteException("disk is gone", "");
    when(home.mustUndo(SITE)).thenReturn(true);
    when(home.recover(any(), any())).thenThrow(failure);
    when(control.status(NAME)).thenReturn(SiteStatus.RUNNING);
    assertSame(failure, assertThrows(SiteException.class, () -> recover.run(SITE, log)));
    verify(control).stop(NAME);
    verify(control, never()).start(NAME);
    assertTrue(Aftermath.of(failure).contains("heute is left stopped"), Aftermath.of(failure));
  }

  @Test
  void startsTheOldSiteThoughSomethingOfTheNewOneStays() {
    when(home.mustUndo(SITE)).thenReturn(true, false);
    when(home.recover(any(), any())).thenThrow(new SiteException("can't be removed", ""));
    when(control.status(NAME)).thenReturn(SiteStatus.RUNNING);
    assertThrows(SiteException.class, () -> recover.run(SITE, log));
    verify(control).start(NAME);
  }
}
