package org.mkbackup.application.job;

import java.util.Optional;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.TargetId;

/** Finds backups on targets, and opens them for a restore. */
public final class StoredBackups {

  /**
   * The backup that is wanted.
   *
   * @param verify whether the stored bytes are compared with the manifest's sizes and digests
   */
  public record Choice(TargetId target, BackupId backup, boolean verify) {}

  private final Books books;

  public StoredBackups(Books books) {
    this.books = books;
  }

  /**
   * Finds the target that has the backup; the caller closes it.
   *
   * @param log where a mount that the target lies on tells of itself
   */
  public OpenTarget find(Choice choice, RunLog log) {
    OpenTarget open = books.targets().open(books.targets().find(choice.target()), log);
    try {
      open.store().checkReadable();
      requireBackup(choice, open.store());
      return open;
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private static void requireBackup(Choice choice, BackupStore store) {
    if (!store.list().contains(choice.backup())) {
      throw new TargetException(
          "There is no backup '" + choice.backup() + "' on target '" + choice.target() + "'",
          "'mkbackup list " + choice.target() + "' shows those there are");
    }
  }

  /** Reads the manifest and, if the backup is sealed, opens the key. */
  public StoredBackup open(Choice choice, BackupStore store) {
    BackupManifest manifest = new StoredManifests(books.manifests()).read(store, choice.backup());
    boolean sealed =
        manifest.files().stream()
            .anyMatch(file -> StoredBackup.nameOf(file).filter(name -> name.sealed()).isPresent());
    return new StoredBackup(
        choice,
        store,
        manifest,
        Targets.place(books.targets().find(choice.target())),
        sealed ? Optional.of(unlock(choice, manifest)) : Optional.empty());
  }

  /** Reads the manifest only: the archives are read as they are stored, sealed or not. */
  public StoredBackup unopened(Choice choice, BackupStore store) {
    return new StoredBackup(
        choice,
        store,
        new StoredManifests(books.manifests()).read(store, choice.backup()),
        Targets.place(books.targets().find(choice.target())),
        Optional.empty());
  }

  private ArchiveCipher.OpenedKey unlock(Choice choice, BackupManifest manifest) {
    String id =
        manifest
            .keyId()
            .orElseThrow(
                () ->
                    new ArchiveException(
                        "Backup '" + choice.backup() + "' is sealed, but its manifest names no key",
                        ""));
    return books
        .keys()
        .unlock(books.keys().require(new KeyId(id), "Backup '" + choice.backup() + "'"));
  }
}
