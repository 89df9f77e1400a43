package org.mkbackup.application.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.run.MovingInput;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.CheckedInput;
import org.mkbackup.domain.backup.ManifestTag;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.ArchiveCipher;

/**
 * An archive on a target, compared with its manifest while it is read, and opened if sealed. A MAC
 * vouches for what the manifest says, before the first byte of the content is given out; that the
 * bytes are those of the manifest is known at their end.
 *
 * @param key if it is sealed
 * @param movement where it is told that bytes should move
 * @param everyDigest whether the MD5 digest is compared where there is a SHA-256 digest, too
 */
record StoredSource(
    StoredBackup backup,
    StoredArchive archive,
    Optional<ArchiveCipher.OpenedKey> key,
    Movement movement,
    boolean everyDigest)
    implements ArchiveSource {

  @Override
  public InputStream open() {
    InputStream stored = backup.held().open(archive.name());
    InputStream checked = checked(new MovingInput(stored, movement, "reading " + archive.name()));
    return key.isPresent() ? authenticated(key.get().open(checked)) : checked;
  }

  private InputStream checked(InputStream stored) {
    if (backup.choice().verify()) {
      return everyDigest
          ? new CheckedInput(stored, archive)
          : CheckedInput.byStrongest(stored, archive);
    }
    return StoredBackup.isAuthenticated(archive) ? CheckedInput.bySha256(stored, archive) : stored;
  }

  private InputStream authenticated(ArchiveCipher.Opening opening) {
    if (archive.mac().isEmpty()
        || ManifestTag.fits(backup.manifest(), archive, opening.authentication())) {
      return opening;
    }
    ArchiveException forged =
        new ArchiveException(
            archive.name() + " has another MAC than its manifest says",
            "It or its manifest was changed after it was made: restore another backup");
    try {
      opening.close();
    } catch (IOException e) {
      forged.addSuppressed(e);
    }
    throw forged;
  }

  @Override
  public Optional<Path> place() {
    return backup.place();
  }

  @Override
  public boolean canBeReadAgain() {
    return true;
  }
}
