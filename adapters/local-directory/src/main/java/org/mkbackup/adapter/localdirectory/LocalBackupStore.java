package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;
import org.mkbackup.domain.port.PendingBackup;
import org.mkbackup.domain.text.RawName;

/** Backups as directories in a target's directory. */
final class LocalBackupStore implements BackupStore {
  private final TargetDirectory directory;

  LocalBackupStore(TargetDirectory directory) {
    this.directory = directory;
  }

  @Override
  public void checkReady() {
    directory.checkWritable();
  }

  @Override
  public void checkReadable() {
    list();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A link to a directory elsewhere is not listed, nor is what this user may not look into.
   */
  @Override
  public List<BackupId> list() {
    try (Folder target = directory.open()) {
      return Listing.of(target);
    } catch (IOException e) {
      throw SystemSays.cannot("list the backups in", directory.path(), e);
    }
  }

  @Override
  public List<BackupId> strays(GlobalJobId job) {
    try (Folder target = directory.open()) {
      return new Succession(target, job)
          .strays().stream().map(name -> new BackupId(RawName.forPeople(name))).toList();
    } catch (IOException e) {
      throw SystemSays.cannot("list the backups in", directory.path(), e);
    }
  }

  @Override
  public InputStream open(BackupId backup, String file) {
    PlainName.raw(file);
    return in(backup, folder -> new BackupFolder(folder, backup).open(file));
  }

  @Override
  public long size(BackupId backup, String file) {
    PlainName.raw(file);
    return in(backup, folder -> new BackupFolder(folder, backup).size(file));
  }

  /**
   * {@inheritDoc}
   *
   * <p>It is a lock of {@code flock(2)} on the backup's directory. On network file systems such
   * locks are known to the own machine only.
   */
  @Override
  public HeldBackup hold(BackupId backup) {
    String name = RawName.ofText(backup.value());
    try (Folder target = directory.open()) {
      return LocalHeldBackup.of(target, name, backup).orElseThrow(() -> missing(backup));
    } catch (IOException e) {
      throw SystemSays.cannot("read backup '" + backup + "' in", directory.path(), e);
    }
  }

  /** {@inheritDoc} The lock that a removal takes is tried, and given up again at once. */
  @Override
  public boolean isHeld(BackupId backup) {
    return in(
        backup,
        folder -> {
          Optional<FolderLock> alone = FolderLock.alone(folder);
          alone.ifPresent(FolderLock::close);
          return alone.isEmpty();
        });
  }

  @Override
  public OptionalLong room() {
    return directory.room();
  }

  @Override
  public PendingBackup begin(GlobalJobId job) {
    try {
      return LocalPendingBackup.begin(directory.open(), job);
    } catch (IOException e) {
      throw SystemSays.cannot("begin a backup of '" + job + "' in", directory.path(), e);
    }
  }

  @Override
  public void delete(BackupId backup) {
    String name = RawName.ofText(backup.value());
    try (Folder target = directory.open()) {
      if (!Succession.isBackup(target, name)) {
        throw missing(backup);
      }
      try (Folder folder = target.folder(name);
          FolderLock alone = FolderLock.alone(folder).orElseThrow(() -> beingRead(backup))) {
        Removal.removeBackup(target, name);
      }
    } catch (IOException e) {
      throw SystemSays.cannot("remove backup '" + backup + "' from", directory.path(), e);
    }
  }

  private BusyException beingRead(BackupId backup) {
    return new BusyException(
        "Backup '" + backup + "' in " + place() + " is being read",
        "Wait until whoever reads it has ended");
  }

  private interface Use<T> {
    T of(Folder folder) throws IOException;
  }

  private <T> T in(BackupId backup, Use<T> use) {
    String name = RawName.ofText(backup.value());
    try (Folder target = directory.open()) {
      if (!Succession.isBackup(target, name)) {
        throw missing(backup);
      }
      try (Folder folder = target.folder(name)) {
        return use.of(folder);
      }
    } catch (NoSuchFileException | NotDirectoryException removedMeanwhile) {
      throw missing(backup);
    } catch (IOException e) {
      throw SystemSays.cannot("read backup '" + backup + "' in", directory.path(), e);
    }
  }

  private TargetException missing(BackupId backup) {
    return new TargetException(
        "There is no backup '" + backup + "' that can be read in " + place(),
        "'mkbackup list TARGET' shows those there are");
  }

  private String place() {
    return RawName.forPeople(directory.path());
  }
}
