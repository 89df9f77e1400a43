package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.site.BringBackSite;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/**
 * Replaces an appliance's configuration, data and sites by those of a backup, in an order in which
 * each step may be done again.
 */
public final class ReplaceAppliance {
  private static final String CONFIGURATION = "the system's configuration";
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
  void run(CheckedBackup backup, Manner manner, RunObserver observer) {
    Ledger ledger = new Ledger(names(backup.archives()));
    StandStill standStill = new StandStill(sites.control(), sites.accounts());
    boolean clustered = parts.appliance().cluster().isPresent() || mark.isSet();
    try {
      if (clustered) {
        mark.set();
        parts.appliance().manageCluster(false, observer);
      }
      standStill.begin(parts.sites().all(), observer);
      replaceConfiguration(backup, ledger, observer);
      placeInCluster(backup.archives().origin().cluster(), clustered, observer);
      backup.archives().data().ifPresent(data -> replaceData(backup, data, ledger, observer));
      backup
          .archives()
          .sites()
          .forEach((name, archive) -> replaceSite(backup, name, archive, manner, ledger, observer));
      mark.clear();
    } catch (RuntimeException | Error failure) {
      Uninterrupted.run(() -> standUp(ledger, standStill, clustered, observer));
      throw failure;
    }
    if (manner.start()) {
      standStill.end(backup.otherSites(), observer);
      if (backup.archives().origin().cluster().isPresent()) {
        parts.appliance().manageCluster(true, observer);
      }
    }
  }

  private static List<String> names(ApplianceBackup archives) {
    List<String> names = new ArrayList<>();
    names.add(CONFIGURATION);
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
        CONFIGURATION, () -> restore(tree, backup, backup.archives().configuration(), observer));
  }

  private void restore(
      SystemTree tree, CheckedBackup backup, StoredArchive archive, RunObserver observer) {
    parts.archiver().restore(tree, backup.backup().source(archive).open(), observer, observer);
  }

  private void placeInCluster(
      Optional<BackupManifest.Cluster> place, boolean clustered, RunObserver observer) {
    if (place.isEmpty() && !clustered) {
      return;
    }
    Appliance appliance = parts.appliance();
    appliance.unmountData(observer);
    appliance.mirrorData(
        place
            .map(node -> node.inactive() ? DataRole.SECONDARY : DataRole.PRIMARY)
            .orElse(DataRole.ALONE),
        observer);
  }

  private void replaceData(
      CheckedBackup backup, StoredArchive archive, Ledger ledger, RunObserver observer) {
    parts.appliance().mountData(observer);
    new Room(host).take(backup.data(), backup.dataBytes());
    observer.info("Restoring " + backup.data().directory());
    ledger.replace(DATA, () -> restore(backup.data(), backup, archive, observer));
    for (SiteVersion version : parts.sites().versions()) {
      parts.appliance().setCapabilities(version, observer);
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
                    backup.backup().source(archive),
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

  /* A cluster's manager could move a volume that is half replaced. */
  private void standUp(
      Ledger ledger, StandStill standStill, boolean clustered, RunObserver observer) {
    ledger.tell(observer);
    standStill.endBut(site -> ledger.isHalfReplaced(nameOf(site.name())), observer);
    if (clustered && ledger.isUntouched()) {
      try {
        parts.appliance().manageCluster(true, observer);
      } catch (ApplianceException e) {
        observer.warn(e.getMessage());
      }
    }
  }
}
