package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.List;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.site.BringBackSite;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/**
 * Replaces an appliance's configuration, data and sites by those of a backup, in an order in which
 * each step may be done again.
 */
public final class ReplaceAppliance {
  private static final String DATA = "the data volume";

  /**
   * How sites are restored.
   *
   * @param inPlace as {@link org.mkbackup.application.site.RestoreSite.Command#inPlace}
   * @param start whether they are started afterwards
   */
  record Manner(boolean inPlace, boolean start) {}

  /** What the sites need. */
  public record SiteSteps(SiteControl control, SiteAccounts accounts, BringBackSite bringBack) {}

  private final Host host;
  private final ApplianceParts parts;
  private final SiteSteps sites;
  private final ClusterMark mark;

  public ReplaceAppliance(Host host, JobContext context, ApplianceParts parts, SiteSteps sites) {
    this.host = host;
    this.parts = parts;
    this.sites = sites;
    this.mark = new ClusterMark(context.restoreStateFile());
  }

  /**
   * Does it all. If it fails, sites that had run are started again, but for one that is half
   * replaced.
   */
  void run(CheckedBackup backup, Manner manner, SiteLocks locks, RunObserver observer) {
    ClusterPlace place =
        new ClusterPlace(parts.appliance(), mark, backup.archives().origin().cluster());
    Ledger ledger = new Ledger(names(backup.archives(), place));
    StandStill standStill = new StandStill(sites.control(), sites.accounts());
    List<SiteTree> others;
    try {
      place.hold(observer);
      standStill.begin(parts.sites().all(), observer);
      place.leave(ledger, observer);
      replaceConfiguration(backup, ledger, observer);
      place.take(observer);
      others =
          backup.archives().data().isPresent()
              ? replaceVolume(backup, manner, ledger, new Found(locks, standStill), observer)
              : List.of();
      place.settle();
    } catch (RuntimeException | Error failure) {
      Uninterrupted.run(() -> standUp(ledger, standStill, place, observer));
      throw failure;
    }
    if (manner.start()) {
      standStill.end(others, observer);
      place.start(observer);
    }
  }

  private static List<String> names(ApplianceBackup archives, ClusterPlace place) {
    List<String> names = new ArrayList<>();
    if (place.losesMirror()) {
      names.add(ClusterPlace.MIRROR);
    }
    names.add(Ledger.CONFIGURATION);
    archives.data().ifPresent(data -> names.add(DATA));
    archives.sites().keySet().forEach(site -> names.add(nameOf(site)));
    return names;
  }

  private static String nameOf(SiteName site) {
    return "site " + site;
  }

  private void replaceConfiguration(CheckedBackup backup, Ledger ledger, RunObserver observer) {
    SystemTree tree = SystemTree.configuration(host);
    observer.info("Restoring " + tree.directory());
    ledger.replace(
        Ledger.CONFIGURATION,
        () -> restore(tree, backup, backup.archives().configuration(), observer));
  }

  private void restore(
      SystemTree tree, CheckedBackup backup, StoredArchive archive, RunObserver observer) {
    parts.archiver().restore(tree, source(backup, archive).open(), observer, observer);
  }

  private static ArchiveSource source(CheckedBackup backup, StoredArchive archive) {
    return backup.backup().toRestore(archive, Movement.unwatched());
  }

  /** What becomes of sites that are found when the data volume is mounted. */
  private record Found(SiteLocks locks, StandStill standStill) {}

  /* Returns the sites that aren't in the backup. */
  private List<SiteTree> replaceVolume(
      CheckedBackup backup, Manner manner, Ledger ledger, Found found, RunObserver observer) {
    parts.appliance().mountData(observer);
    CheckedVolume volume =
        backup.volume().orElseGet(() -> checkVolume(backup, manner, found, observer));
    observer.info("Restoring " + volume.data().directory());
    StoredArchive data = backup.archives().data().orElseThrow();
    ledger.replace(DATA, () -> restore(volume.data(), backup, data, observer));
    parts.sites().versions().forEach(version -> setCapabilities(version, observer));
    backup
        .archives()
        .sites()
        .forEach((name, archive) -> replaceSite(backup, name, archive, manner, ledger, observer));
    return volume.otherSites();
  }

  /* It wasn't mounted when all else was checked. */
  private CheckedVolume checkVolume(
      CheckedBackup backup, Manner manner, Found found, RunObserver observer) {
    List<SiteTree> there = parts.sitesInOrder(observer);
    found.locks().take(there);
    found.standStill().begin(there, observer);
    return new CheckVolume(host, parts, new Room(host))
        .run(backup.archives(), backup.content(), manner.inPlace(), observer);
  }

  /* Without them some checks of a version don't work, which its sites do. */
  private void setCapabilities(SiteVersion version, RunObserver observer) {
    try {
      parts.appliance().setCapabilities(version, observer);
    } catch (ApplianceException e) {
      observer.warn(
          "The programs of version " + version + " may lack capabilities: " + e.getMessage());
    }
  }

  private void replaceSite(
      CheckedBackup backup,
      SiteName name,
      StoredArchive archive,
      Manner manner,
      Ledger ledger,
      RunObserver observer) {
    Runnable work =
        () ->
            sites
                .bringBack()
                .run(
                    parts.sites().site(name),
                    source(backup, archive),
                    manner.inPlace(),
                    manner.start(),
                    observer);
    if (manner.inPlace() || !parts.engines().isUndoing()) {
      ledger.replace(nameOf(name), work);
    } else {
      ledger.replaceWhole(
          nameOf(name), work, () -> parts.recover().isHalfSwapped(parts.sites().site(name)));
    }
  }

  private void standUp(
      Ledger ledger, StandStill standStill, ClusterPlace place, RunObserver observer) {
    ledger.tell(observer);
    if (standStill.isNeededBySites()) {
      mountAgain(observer);
    }
    standStill.endBut(site -> ledger.isHalfReplaced(nameOf(site.name())), observer);
    place.giveUp(ledger, observer);
  }

  private void mountAgain(RunObserver observer) {
    try {
      parts.appliance().mountData(observer);
    } catch (ApplianceException e) {
      observer.warn(e.getMessage());
    }
  }
}
