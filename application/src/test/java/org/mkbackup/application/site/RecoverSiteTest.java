package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
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
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteHome.Recovery;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class RecoverSiteTest {
  private static final SiteName NAME = new SiteName("heute");
  private static final SiteTree SITE = new SiteTree(NAME, Path.of("/omd/sites/heute"));

  private final SiteHome home = mock();
  private final SiteControl control = mock();
  private final RestoreLock lock =
      new RestoreLock(
          new Host(Path.of("/"), Context.SITE, "h", Optional.of(SITE), Optional.empty()),
          new InMemoryRunLock());
  private final RunLogLines log = new RunLogLines();
  private final RecoverSite recover = new RecoverSite(home, control, lock);

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
}
