package org.mkbackup.application.job;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;
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
  private final BooleanSupplier requireMac;

  /**
   * Looks into those books.
   *
   * @param requireMac as {@link Encryption#requireMac}
   */
  public StoredBackups(Books books, BooleanSupplier requireMac) {
    this.books = books;
    this.requireMac = requireMac;
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

  /**
   * Holds the backup, reads the manifest and, if the backup is sealed, opens the key.
   *
   * @param log is told if nothing vouches for a sealed archive
   */
  public StoredBackup open(Choice choice, BackupStore store, RunLog log) {
    return hold(choice, store, held -> open(choice, held, log));
  }

  /** Reads the manifest only: the archives are read as they are stored, sealed or not. */
  public StoredBackup unopened(Choice choice, BackupStore store) {
    return hold(
        choice, store, held -> stored(choice, held, manifest(choice, held), Optional.empty()));
  }

  /* What can't be read is let go of again. */
  private static StoredBackup hold(
      Choice choice, BackupStore store, Function<HeldBackup, StoredBackup> reading) {
    HeldBackup held = store.hold(choice.backup());
    try {
      return reading.apply(held);
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private BackupManifest manifest(Choice choice, HeldBackup held) {
    return new StoredManifests(books.manifests()).read(held, choice.backup());
  }

  private StoredBackup stored(
      Choice choice,
      HeldBackup held,
      BackupManifest manifest,
      Optional<ArchiveCipher.OpenedKey> key) {
    return new StoredBackup(
        choice, held, manifest, Targets.place(books.targets().find(choice.target())), key);
  }

  private StoredBackup open(Choice choice, HeldBackup held, RunLog log) {
    BackupManifest manifest = manifest(choice, held);
    Optional<SealFormat> format = format(choice, manifest);
    checkMacs(choice, manifest, log);
    return stored(choice, held, manifest, format.map(seal -> unlock(choice, manifest, seal)));
  }

  /**
   * The same, of a backup that {@link #open} would open: what has no MAC is told or refused.
   *
   * @param log is told if nothing vouches for a sealed archive
   */
  public StoredBackup unopened(Choice choice, BackupStore store, RunLog log) {
    StoredBackup backup = unopened(choice, store);
    try {
      checkMacs(choice, backup.manifest(), log);
      return backup;
    } catch (RuntimeException e) {
      backup.close();
      throw e;
    }
  }

  private static Optional<SealFormat> format(Choice choice, BackupManifest manifest) {
    Set<SealFormat> formats = EnumSet.noneOf(SealFormat.class);
    manifest
        .files()
        .forEach(
            file -> StoredBackup.nameOf(file).flatMap(ArchiveName::seal).ifPresent(formats::add));
    if (formats.size() > 1) {
      throw new ArchiveException(
          "The archives of backup '" + choice.backup() + "' are sealed in different formats",
          "Restore another backup");
    }
    return formats.stream().findFirst();
  }

  private void checkMacs(Choice choice, BackupManifest manifest, RunLog log) {
    if (requireMac.getAsBoolean()) {
      manifest.files().stream()
          .filter(file -> !StoredBackup.isAuthenticated(file))
          .findFirst()
          .ifPresent(
              file -> {
                throw withoutMac(choice, file);
              });
    }
    if (manifest.files().stream()
        .anyMatch(file -> StoredBackup.isSealed(file) && file.mac().isEmpty())) {
      log.warn(
          "Backup '"
              + choice.backup()
              + "' has no MAC: nothing tells whether somebody changed it and its digests on its"
              + " target");
    }
  }

  private static ArchiveException withoutMac(Choice choice, StoredArchive archive) {
    return new ArchiveException(
        "Backup '"
            + choice.backup()
            + "' has an archive without a MAC, "
            + archive.name()
            + ": encryption.require-mac lets no restore take it",
        "Take another backup, or set encryption.require-mac to false");
  }

  private ArchiveCipher.OpenedKey unlock(
      Choice choice, BackupManifest manifest, SealFormat format) {
    String id =
        manifest
            .keyId()
            .orElseThrow(
                () ->
                    new ArchiveException(
                        "Backup '" + choice.backup() + "' is sealed, but its manifest names no key",
                        "Take another backup, or open the archive by hand with its key"));
    return books
        .keys()
        .unlock(books.keys().require(new KeyId(id), "Backup '" + choice.backup() + "'"), format);
  }
}
