package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** The sites that can be archived: one that is broken doesn't keep the others from it. */
final class FitSites {
  private final Optional<BackupManifest> replaced;

  /** Spares a backup that would be replaced, and has what can't be archived any more. */
  FitSites(Optional<BackupManifest> replaced) {
    this.replaced = replaced;
  }

  /**
   * Leaves out the broken ones with a warning.
   *
   * @throws SiteException if the backup that would be replaced has one of them
   */
  List<SiteTree> of(List<SiteTree> sites, RunLog log) {
    List<SiteTree> fit = new ArrayList<>();
    for (SiteTree site : sites) {
      try {
        SiteFiles.requireWhole(site);
        SiteFiles.versionOf(site);
        fit.add(site);
      } catch (SiteException broken) {
        leaveOut(site.name(), broken, log);
      }
    }
    return fit;
  }

  private void leaveOut(SiteName site, SiteException broken, RunLog log) {
    if (replaced.filter(backup -> has(backup, site)).isPresent()) {
      throw new SiteException(
          broken.what() + "; the backup that would be replaced still has site " + site,
          "Restore the site, or remove it with 'omd rm', and back up again",
          broken);
    }
    log.warn("Site " + site + " is NOT IN THIS BACKUP: " + broken.getMessage());
  }

  private static boolean has(BackupManifest backup, SiteName site) {
    return backup.files().stream()
        .map(file -> ArchiveName.parse(file.name()))
        .anyMatch(name -> name.flatMap(ArchiveName::site).equals(Optional.of(site)));
  }
}
