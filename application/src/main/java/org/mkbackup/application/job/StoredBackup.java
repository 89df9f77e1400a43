package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.BackupStore;

/**
 * A backup that is being restored; closing it forgets its key.
 *
 * @param place where its target lies in the file system, if that is known
 * @param key what its archives are opened with, if they are sealed
 */
public record StoredBackup(
    StoredBackups.Choice choice,
    BackupStore store,
    BackupManifest manifest,
    Optional<Path> place,
    Optional<ArchiveCipher.OpenedKey> key)
    implements AutoCloseable {

  /** What the name of a file says; empty if it isn't an archive's. */
  static Optional<ArchiveName> nameOf(StoredArchive archive) {
    return ArchiveName.parse(archive.name());
  }

  /** An archive, to be read; a size other than the manifest's is found here already. */
  public ArchiveSource source(StoredArchive archive) {
    long size = store.size(choice.backup(), archive.name());
    if (choice.verify() && size != archive.size()) {
      throw new ArchiveException(
          archive.name() + " has " + size + " bytes, but its manifest says " + archive.size(),
          "Restore another backup");
    }
    boolean sealed = nameOf(archive).filter(ArchiveName::sealed).isPresent();
    return new StoredSource(store, choice, archive, place, key.filter(opened -> sealed));
  }

  /** The list of an archive's members, compressed; empty: it has none. */
  public Optional<ArchiveSource> memberList(StoredArchive archive) {
    boolean sealed = nameOf(archive).filter(ArchiveName::sealed).isPresent();
    return archive
        .members()
        .map(
            list ->
                new StoredSource(store, choice, list.file(), place, key.filter(opened -> sealed)));
  }

  @Override
  public void close() {
    key.ifPresent(ArchiveCipher.OpenedKey::close);
  }
}
