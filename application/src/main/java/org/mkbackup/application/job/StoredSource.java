package org.mkbackup.application.job;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.run.MovingInput;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.CheckedInput;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.HeldBackup;

/** An archive on a target, compared with its manifest while it is read, and opened if sealed. */
record StoredSource(
    HeldBackup held,
    StoredBackups.Choice choice,
    StoredArchive archive,
    Optional<Path> place,
    Optional<ArchiveCipher.OpenedKey> key,
    Movement movement)
    implements ArchiveSource {

  @Override
  public InputStream open() {
    InputStream stored =
        new MovingInput(held.open(archive.name()), movement, "reading " + archive.name());
    InputStream checked = choice.verify() ? new CheckedInput(stored, archive) : stored;
    return key.isPresent() ? key.get().open(checked) : checked;
  }

  @Override
  public boolean canBeReadAgain() {
    return true;
  }
}
