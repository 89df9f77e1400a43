package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.site.ConflictPolicy;
import org.mkbackup.application.site.RestoreSite;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.site.SiteArchive;
import org.mkbackup.domain.target.TargetId;

/** Restores a site from a backup on a target: {@code mkbackup restore TARGET BACKUP-ID}. */
public final class RestoreBackup {

  /**
   * What to restore.
   *
   * @param verify whether the stored bytes are compared with the manifest's digest
   * @param inPlace as {@link RestoreSite.Command#inPlace}
   */
  public record Command(TargetId target, BackupId backup, boolean verify, boolean inPlace) {}

  private final JobContext context;
  private final RecordedRuns runs;
  private final Books books;
  private final RestoreSite restoreSite;

  public RestoreBackup(
      JobContext context, RecordedRuns runs, Books books, RestoreSite restoreSite) {
    this.context = context;
    this.runs = runs;
    this.books = books;
    this.restoreSite = restoreSite;
  }

  /** Restores the site, stopping it if need be, and starts it afterwards. */
  public void run(Command command, RunObserver watcher) {
    runs.run(watcher, () -> plan(command, watcher));
  }

  private RecordedRuns.Planned plan(Command command, RunObserver watcher) {
    Targets targets = books.targets();
    OpenTarget open = targets.open(targets.find(command.target()), watcher);
    boolean planned = false;
    try {
      open.store().checkReadable();
      requireBackup(command, open.store());
      planned = true;
    } finally {
      if (!planned) {
        open.close();
      }
    }
    return new RecordedRuns.Planned(
        context.restoreStateFile(),
        new NextSchedule.Never(),
        recorder -> {
          try (open) {
            restore(command, open.store(), recorder);
          }
          return Optional.empty();
        });
  }

  private static void requireBackup(Command command, BackupStore store) {
    if (!store.list().contains(command.backup())) {
      throw new TargetException(
          "There is no backup '" + command.backup() + "' on target '" + command.target() + "'",
          "'mkbackup list " + command.target() + "' shows those there are");
    }
  }

  private void restore(Command command, BackupStore store, RunRecorder recorder) {
    recorder.info("--- Starting restore (" + command.backup() + ") ---");
    BackupManifest manifest = new StoredManifests(books.manifests()).read(store, command.backup());
    StoredArchive archive = siteArchive(manifest);
    Optional<Path> place = Targets.place(books.targets().find(command.target()));
    recorder.expecting(archive.size());
    if (SiteArchive.isSealed(archive.name())) {
      try (ArchiveCipher.OpenedKey key = unlock(command, manifest)) {
        restore(
            command, new StoredSource(store, command, archive, place, Optional.of(key)), recorder);
      }
    } else {
      restore(
          command, new StoredSource(store, command, archive, place, Optional.empty()), recorder);
    }
    runs.forgetAll();
    recorder.info(Summary.of("Restore completed", recorder.elapsed(), archive.size()));
  }

  private void restore(Command command, StoredSource source, RunRecorder recorder) {
    source.checkSize();
    restoreSite.run(
        new RestoreSite.Command(
            Optional.empty(),
            true,
            true,
            ConflictPolicy.ASK,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            command.inPlace(),
            true),
        source,
        recorder);
  }

  private static StoredArchive siteArchive(BackupManifest manifest) {
    if (!(manifest.origin() instanceof BackupManifest.Site site)) {
      throw new ArchiveException(
          "This is a backup of an appliance, not of a site", "Restore it as root on an appliance");
    }
    String prefix = "site-" + site.name() + ".tar";
    return manifest.files().stream()
        .filter(file -> file.name().startsWith(prefix))
        .findFirst()
        .orElseThrow(
            () -> new ArchiveException("The manifest names no archive " + prefix + "…", ""));
  }

  private ArchiveCipher.OpenedKey unlock(Command command, BackupManifest manifest) {
    String id =
        manifest
            .keyId()
            .orElseThrow(
                () ->
                    new ArchiveException(
                        "Backup '"
                            + command.backup()
                            + "' is sealed, but its manifest names no key",
                        ""));
    return books
        .keys()
        .unlock(books.keys().require(new KeyId(id), "Backup '" + command.backup() + "'"));
  }
}
