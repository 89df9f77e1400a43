package org.mkbackup.application.appliance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mkbackup.application.job.ApplianceContent;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.RecordedRuns;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.job.Summary;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Restores a whole appliance: {@code mkbackup restore TARGET BACKUP-ID} as root. */
public final class RestoreAppliance {

  /**
   * What to restore.
   *
   * @param inPlace whether sites are restored as {@link
   *     org.mkbackup.application.site.RestoreSite.Command#inPlace} says
   * @param reboot whether the machine is restarted when all is done; its sites are started
   *     otherwise
   */
  public record Command(StoredBackups.Choice choice, boolean inPlace, boolean reboot) {}

  private final Host host;
  private final JobContext context;
  private final RecordedRuns runs;
  private final StoredBackups backups;
  private final ApplianceParts parts;
  private final ReplaceAppliance replace;

  public RestoreAppliance(
      Host host,
      JobContext context,
      RecordedRuns runs,
      StoredBackups backups,
      ApplianceParts parts,
      ReplaceAppliance replace) {
    this.host = host;
    this.context = context;
    this.runs = runs;
    this.backups = backups;
    this.parts = parts;
    this.replace = replace;
  }

  /**
   * Checks all of the backup, and then replaces what there is by it. A restore that fails half way
   * tells what it has replaced, and goes on when it is called again.
   *
   * @throws org.mkbackup.domain.failure.UsageException if this machine is no appliance
   */
  public void run(Command command, RunObserver watcher) {
    parts.appliance().firmware();
    runs.run(watcher, () -> plan(command, watcher));
    if (command.reboot()) {
      parts.appliance().reboot(watcher);
    }
  }

  /** Checks what {@link #run} would do, and tells of it. Nothing is changed or recorded. */
  public void rehearse(Command command, RunObserver observer) {
    parts.appliance().firmware();
    try (OpenTarget target = backups.find(command.choice(), observer);
        StoredBackup backup = backups.open(command.choice(), target.store(), observer)) {
      ApplianceBackup archives = ApplianceBackup.of(backup.manifest());
      refuseInside(backup);
      observer.expecting(backup.manifest().size());
      new CheckBackup(host, parts).run(backup, archives, command.inPlace(), observer);
      observer.info(
          "A restore would replace the system's configuration"
              + (archives.data().isPresent() ? ", its data" : "")
              + archives.sites().keySet().stream()
                  .map(site -> ", site " + site)
                  .reduce("", String::concat)
              + (command.reboot() ? "; then restart the appliance" : "; then start its sites"));
      observer.info("Nothing was changed");
    }
  }

  private RecordedRuns.Planned plan(Command command, RunObserver watcher) {
    OpenTarget target = backups.find(command.choice(), watcher);
    return new RecordedRuns.Planned(
        context.restoreStateFile(),
        new NextSchedule.Never(),
        recorder -> {
          try (target) {
            restore(command, target.store(), recorder);
          }
          return Optional.empty();
        });
  }

  private void restore(Command command, BackupStore store, RunRecorder recorder) {
    recorder.info("--- Starting restore (" + command.choice().backup() + ") ---");
    try (StoredBackup backup = backups.open(command.choice(), store, recorder)) {
      ApplianceBackup archives = ApplianceBackup.of(backup.manifest());
      refuseInside(backup);
      long size = backup.manifest().size();
      // Everything is read twice: once to check it.
      recorder.expecting(2 * size);
      try (SiteLocks locks = new SiteLocks(context)) {
        locks.take(touched(archives, recorder).values());
        CheckedBackup good =
            runs.watched(
                recorder,
                () ->
                    new CheckBackup(host, parts)
                        .run(backup, archives, command.inPlace(), recorder));
        replace.run(
            good,
            new ReplaceAppliance.Manner(command.inPlace(), !command.reboot()),
            locks,
            recorder);
      }
      runs.forgetAll(recorder);
      recorder.info(Summary.of("Restore completed", recorder.elapsed(), size));
    }
  }

  private Map<SiteName, SiteTree> touched(ApplianceBackup archives, RunLog log) {
    Map<SiteName, SiteTree> touched = new TreeMap<>();
    parts.sitesInOrder(log).forEach(site -> touched.put(site.name(), site));
    archives.sites().keySet().forEach(name -> touched.put(name, parts.sites().site(name)));
    return touched;
  }

  private void refuseInside(StoredBackup backup) {
    backup
        .place()
        .filter(place -> ApplianceContent.includes(host, place))
        .ifPresent(
            place -> {
              throw new TargetException(
                  "The backup lies inside of what it would replace: " + place,
                  "Move it to a place below " + host.path("/mnt"));
            });
  }
}
