package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mockito.InOrder;

/** What keeps a backup and a restore of one site apart. */
class ArchiveSiteTest {
  private static final SiteName NAME = new SiteName("heute");

  @TempDir Path sites;
  private final SiteHome home = mock();
  private final SiteControl control = mock();
  private final SiteWork work = mock();
  private final RunObserver observer = mock();
  private SiteTree site;
  private RunLock locks = new InMemoryRunLock();

  @BeforeEach
  void aSite() throws IOException {
    site = new SiteTree(NAME, Files.createDirectory(sites.resolve("heute")));
    when(home.recover(any(), any())).thenReturn(SiteHome.Recovery.NOTHING);
  }

  private RestoreLock lock(Context context) {
    return new RestoreLock(
        new Host(Path.of("/"), context, "h", Optional.of(site), Optional.empty()), locks);
  }

  private ArchiveSummary archive(Context context) {
    RecoverSite recover = new RecoverSite(home, control, mock(SiteAccounts.class), lock(context));
    return new ArchiveSite(control, work, recover)
        .run(
            new ArchiveSite.Command(site, Set.of(), Compression.NONE, Optional.empty()),
            OutputStream.nullOutputStream(),
            observer);
  }

  @Test
  void noRestoreCanBeginWhileTheSiteIsRead() {
    when(work.pack(any(), any(), any(), any()))
        .thenAnswer(
            call -> {
              assertThrows(BusyException.class, () -> lock(Context.SITE).take(site));
              return new ArchiveSummary(1, 2);
            });
    assertEquals(new ArchiveSummary(1, 2), archive(Context.SITE));
    lock(Context.SITE).take(site).close();
  }

  @Test
  void nothingIsReadWhileARestoreIsAtWork() {
    try (RunLock.Held held = lock(Context.SITE).take(site)) {
      BusyException failure = assertThrows(BusyException.class, () -> archive(Context.SITE));
      assertTrue(failure.what().startsWith("Site heute is being backed up or restored: "));
    }
    verify(work, never()).pack(any(), any(), any(), any());
  }

  @Test
  void whetherItRunsIsAskedWhenItIsInOrder() {
    archive(Context.SYSTEM);
    InOrder order = inOrder(home, work, control);
    order.verify(home).recover(any(), any());
    order.verify(work).recover(site, observer);
    order.verify(control).status(NAME);
    order.verify(work).pack(any(), any(), any(), any());
  }

  @Test
  void aSitesUserWhoCantHaveTheLockIsWarned() {
    refuseLocks();
    archive(Context.SITE);
    verify(observer).warn(any());
    verify(work).pack(any(), any(), any(), any());
  }

  @Test
  void withoutTheLockNothingIsRecoveredAndRootArchivesNothing() {
    refuseLocks();
    assertThrows(SiteException.class, () -> archive(Context.SYSTEM));
    when(home.isHalfDone(site)).thenReturn(true);
    assertThrows(SiteException.class, () -> archive(Context.SITE));
    verify(home, never()).recover(any(), any());
  }

  private void refuseLocks() {
    locks =
        (file, mode) -> {
          throw new SiteException("Can't take the lock " + file, "");
        };
  }
}
