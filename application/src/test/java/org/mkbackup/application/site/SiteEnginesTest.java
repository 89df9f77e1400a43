package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteTree;
import org.mockito.InOrder;

/** Whichever engine is at work, it has the site for itself. */
class SiteEnginesTest extends ReplaceSiteTrial {
  private final SiteOmd omd = mock();
  private SiteEngine engine = SiteEngine.OMD;
  private RestoreLock lock;
  private SiteTree site;
  private SiteEngines engines;

  @BeforeEach
  void aSiteOfAVersionThatIsStoppedForItsBackup() throws IOException {
    Host host = new Host(sites, Context.SYSTEM, "h", Optional.empty(), Optional.empty());
    site = host.site(HEAD.site());
    Files.createDirectories(site.home());
    Files.createSymbolicLink(site.home().resolve("version"), Path.of("../../versions/1.2.6p1.cre"));
    lock = new RestoreLock(host, new InMemoryRunLock());
    RecoverSite recover = new RecoverSite(home, control, accounts, lock);
    engines =
        new SiteEngines(
            () -> engine,
            host,
            new SiteEngines.Builtin(
                new ArchiveSite(control, work, recover),
                new RestoreSite(
                    host, archiver, lock, recover, new Steps(control, accounts, home, work, owner)),
                archiver),
            omd,
            control);
    when(home.recover(any(), any())).thenReturn(SiteHome.Recovery.NOTHING);
    when(source.open()).thenAnswer(call -> new ByteArrayInputStream(new byte[16]));
  }

  private void restore() {
    engines.restore(
        new RestoreSite.Command(
            Optional.empty(),
            true,
            true,
            ConflictPolicy.ASK,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            false,
            true),
        source,
        OBSERVER);
  }

  private void archive() {
    engines.archive(
        new ArchiveSite.Command(site, Set.of(), Compression.NONE, Optional.empty()),
        true,
        OutputStream.nullOutputStream(),
        OBSERVER);
  }

  @Test
  void anOmdRestoresASiteThatIsInOrderAndKeptApart() {
    doAnswer(call -> assertThrows(BusyException.class, () -> lock.take(site)))
        .when(omd)
        .restore(any(), any(), any(), any(), any());

    restore();

    InOrder order = inOrder(home, work, omd);
    order.verify(home).recover(site, OBSERVER);
    order.verify(work).recover(site, OBSERVER);
    order.verify(omd).restore(any(), any(), any(), any(), any());
    lock.take(site).close();
  }

  @Test
  void anOmdRestoresNothingWhileTheSiteIsBackedUp() {
    try (RunLock.Held held = lock.take(site)) {
      assertThrows(BusyException.class, this::restore);
    }
    verify(omd, never()).restore(any(), any(), any(), any(), any());
  }

  @Test
  void noSiteIsStoppedForABackupThatCantBegin() {
    for (SiteEngine each : SiteEngine.values()) {
      engine = each;
      try (RunLock.Held held = lock.take(site)) {
        assertThrows(BusyException.class, this::archive);
      }
    }
    verifyNoInteractions(control);
  }

  @Test
  void aSiteIsStoppedForItsBackupAndStartedWhileItIsKeptApart() {
    doAnswer(call -> assertThrows(BusyException.class, () -> lock.take(site)))
        .when(control)
        .start(site.name());

    archive();

    InOrder order = inOrder(home, control, omd);
    order.verify(home).recover(any(), any());
    order.verify(control).stop(site.name());
    order.verify(omd).backup(any(), any(), anyBoolean(), any(), any(), any());
    order.verify(control).start(site.name());
    lock.take(site).close();
  }
}
