package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.HeldBackup;

/**
 * A backup that is being read; closing it lets go of it, and forgets its key.
 *
 * @param held the backup, which is the same one until this is closed
 * @param place where its target lies in the file system, if that is known
 * @param key what its archives are opened with, if they are sealed
 */
public record StoredBackup(
    StoredBackups.Choice choice,
    HeldBackup held,
    BackupManifest manifest,
    Optional<Path> place,
    Optional<ArchiveCipher.OpenedKey> key)
    implements AutoCloseable {

  /** What the name of a file says; empty if it isn't an archive's. */
  static Optional<ArchiveName> nameOf(StoredArchive archive) {
    return ArchiveName.parse(archive.name());
  }

  /**
   * The archive that a restore of a site takes.
   *
   * @throws ArchiveException if it is no backup of a site, or names none
   */
  public StoredArchive siteArchive() {
    if (!(manifest.origin() instanceof BackupManifest.Site site)) {
      throw new ArchiveException(
          "This is a backup of an appliance, not of a site", "Restore it as root on an appliance");
    }
    String content = ArchiveName.contentOf(site.name());
    return manifest.files().stream()
        .filter(file -> nameOf(file).filter(n -> n.content().equals(content)).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new ArchiveException(
                    "The manifest of backup '"
                        + choice.backup()
                        + "' names no archive of site "
                        + site.name(),
                    "Restore another backup"));
  }

  /** An archive, to be read; a size other than the manifest's is found here already. */
  public ArchiveSource source(StoredArchive archive) {
    return source(archive, Movement.unwatched(), true);
  }

  /**
   * The same for a restore: of an archive that has a SHA-256 digest the slow MD5 digest is left
   * out, which says nothing more. While it is read, bytes should move.
   */
  public ArchiveSource toRestore(StoredArchive archive, Movement movement) {
    return source(archive, movement, false);
  }

  private ArchiveSource source(StoredArchive archive, Movement movement, boolean everyDigest) {
    long size = held.size(archive.name());
    if ((choice.verify() || isAuthenticated(archive)) && size != archive.size()) {
      throw new ArchiveException(
          archive.name() + " has " + size + " bytes, but its manifest says " + archive.size(),
          "Restore another backup");
    }
    return new StoredSource(
        this, archive, key.filter(opened -> isSealed(archive)), movement, everyDigest);
  }

  static boolean isSealed(StoredArchive archive) {
    return Arrays.stream(SealFormat.values()).anyMatch(f -> archive.name().endsWith(f.suffix()));
  }

  /** Whether what the manifest says of an archive can be authenticated, and so has to hold. */
  public static boolean isAuthenticated(StoredArchive archive) {
    return isSealed(archive) && archive.mac().isPresent();
  }

  /**
   * The list of an archive's members, compressed; empty: it has none, or one without a MAC though
   * the archive has its own, which anybody can have put there.
   */
  public Optional<ArchiveSource> memberList(StoredArchive archive) {
    return archive
        .members()
        .filter(list -> hasMemberList(archive))
        .map(StoredMembers::file)
        .map(this::source);
  }

  /** Whether there is a {@link #memberList}; nothing is asked of the target. */
  public static boolean hasMemberList(StoredArchive archive) {
    return archive
        .members()
        .filter(list -> !isAuthenticated(archive) || isAuthenticated(list.file()))
        .isPresent();
  }

  @Override
  public void close() {
    try (HeldBackup letGo = held) {
      key.ifPresent(ArchiveCipher.OpenedKey::close);
    }
  }
}
