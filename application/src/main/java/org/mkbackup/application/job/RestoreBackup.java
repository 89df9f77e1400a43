package org.mkbackup.application.job;

import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.site.ConflictPolicy;
import org.mkbackup.application.site.RestoreSite;
import org.mkbackup.application.site.SiteEngines;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.run.NextSchedule;

/** Restores a site from a backup on a target: {@code mkbackup restore TARGET BACKUP-ID}. */
public final class RestoreBackup {

  /**
   * What to restore.
   *
   * @param inPlace as {@link RestoreSite.Command#inPlace}
   */
  public record Command(StoredBackups.Choice choice, boolean inPlace) {}

  private final JobContext context;
  private final RecordedRuns runs;
  private final StoredBackups backups;
  private final SiteEngines engines;

  public RestoreBackup(
      JobContext context, RecordedRuns runs, StoredBackups backups, SiteEngines engines) {
    this.context = context;
    this.runs = runs;
    this.backups = backups;
    this.engines = engines;
  }

  /** Restores the site, stopping it if need be, and starts it afterwards. */
  public void run(Command command, RunObserver watcher) {
    runs.run(watcher, () -> plan(command, watcher));
  }

  /** Checks what {@link #run} would do, and tells of it. Nothing is changed or recorded. */
  public void rehearse(Command command, RunObserver observer) {
    try (OpenTarget target = backups.find(command.choice(), observer);
        StoredBackup backup = backups.open(command.choice(), target.store(), observer)) {
      StoredArchive archive = backup.siteArchive();
      observer.expecting(archive.size());
      engines.rehearse(command(command.inPlace()), backup.source(archive), observer);
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
      StoredArchive archive = backup.siteArchive();
      recorder.expecting(archive.size());
      ArchiveSource source = backup.toRestore(archive, recorder.movement());
      runs.watched(
          recorder,
          () -> {
            engines.restore(command(command.inPlace()), source, recorder);
            return archive;
          });
      runs.forgetAll(recorder);
      recorder.info(Summary.of("Restore completed", recorder.elapsed(), archive.size()));
    }
  }

  private static RestoreSite.Command command(boolean inPlace) {
    return new RestoreSite.Command(
        Optional.empty(),
        true,
        true,
        ConflictPolicy.ASK,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        inPlace,
        true);
  }
}
