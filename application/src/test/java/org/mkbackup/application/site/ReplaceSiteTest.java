package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.PeekedArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;
import org.mockito.InOrder;

/** The order in which a site is replaced, which decides what a failure costs. */
class ReplaceSiteTest {
  private static final SiteName SITE = new SiteName("heute");
  private static final ArchiveHead HEAD =
      new ArchiveHead(new SiteName("gestern"), new SiteVersion("2.3.0p1.cre"));

  private static final RunObserver OBSERVER = mock();

  @TempDir Path sites;
  private final SiteControl control = mock();
  private final SiteAccounts accounts = mock();
  private final SiteHome home = mock();
  private final SiteHome.Staged staged = mock();
  private final SiteWork work = mock();
  private final Steps.StageOwner owner = mock();
  private final ArchiveSource source = mock();
  private final SiteArchiver archiver = mock();
  private final ReplaceSite replaceSite =
      new ReplaceSite(new Steps(control, accounts, home, work, owner));

  @BeforeEach
  void aRunningSite() {
    SiteArchiver.Opened opened = mock();
    when(opened.head()).thenReturn(HEAD);
    when(archiver.open(any())).thenReturn(opened);
    when(home.obstacle(any())).thenReturn(Optional.empty());
    when(home.stage(any())).thenReturn(staged);
    when(staged.directory()).thenReturn(sites.resolve("new"));
    when(control.status(SITE)).thenReturn(SiteStatus.RUNNING);
    when(source.open()).thenAnswer(call -> InputStream.nullInputStream());
  }

  @Test
  void stopsTheSiteOnlyWhenTheNewTreeIsWhole() {
    replace(false);

    InOrder order = inOrder(control, accounts, staged, work, owner);
    order.verify(owner).own(sites.resolve("new"), SITE);
    order.verify(work).unpack(any(), any(), any(), any());
    order.verify(work).convert(any(), any());
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
    doThrow(new SiteException("undo", "")).when(staged).undo();

    assertSame(failure, assertThrows(SiteException.class, () -> replace(false)));
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

  @Test
  void inPlaceTheWholeArchiveIsCheckedBeforeAnythingIsRemoved() {
    replace(true);

    InOrder order = inOrder(control, work);
    order.verify(work).check(any(), any(), any(), any());
    order.verify(control).stop(SITE);
    order.verify(work).clear(sites.resolve("heute"), OBSERVER);
    order.verify(work).unpack(any(), any(), any(), any());
    order.verify(control).start(SITE);
  }

  @Test
  void inPlaceADamagedArchiveRemovesNothing() {
    when(work.check(any(), any(), any(), any())).thenThrow(new ArchiveException("cut off", ""));

    assertThrows(ArchiveException.class, () -> replace(true));

    verify(work, never()).clear(any(), any());
    verify(control, never()).stop(SITE);
  }

  private void replace(boolean inPlace) {
    RestoreSite.Command command =
        new RestoreSite.Command(
            Optional.empty(),
            true,
            true,
            ConflictPolicy.ABORT,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            inPlace,
            false);
    SiteTree site = new SiteTree(SITE, sites.resolve("heute"));
    PeekedArchive archive = PeekedArchive.of(new ByteArrayInputStream(new byte[16]), archiver);
    replaceSite.replace(new ReplaceSite.Order(site, command, archive, source, false), OBSERVER);
  }
}
