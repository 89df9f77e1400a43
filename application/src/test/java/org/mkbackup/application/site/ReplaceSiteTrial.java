package org.mkbackup.application.site;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.PeekedArchive;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/** A running site that is replaced, with nothing real in it. */
abstract class ReplaceSiteTrial {
  static final SiteName SITE = new SiteName("heute");
  static final ArchiveHead HEAD =
      new ArchiveHead(new SiteName("gestern"), new SiteVersion("2.3.0p1.cre"));

  static final RunObserver OBSERVER = mock();

  @TempDir Path sites;
  final SiteControl control = mock();
  final SiteAccounts accounts = mock();
  final SiteHome home = mock();
  final SiteHome.Staged staged = mock();
  final SiteWork work = mock();
  final Steps.StageOwner owner = mock();
  final ArchiveSource source = mock();
  final SiteArchiver archiver = mock();
  final ReplaceSite replaceSite = new ReplaceSite(new Steps(control, accounts, home, work, owner));

  @BeforeEach
  void makeRunningSite() {
    SiteArchiver.Opened opened = mock();
    when(opened.head()).thenReturn(HEAD);
    when(archiver.open(any())).thenReturn(opened);
    when(home.obstacle(any())).thenReturn(Optional.empty());
    when(home.stage(any())).thenReturn(staged);
    when(staged.directory()).thenReturn(sites.resolve("new"));
    when(control.status(SITE)).thenReturn(SiteStatus.RUNNING);
    when(source.open()).thenAnswer(call -> InputStream.nullInputStream());
  }

  void replace(boolean inPlace) {
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
