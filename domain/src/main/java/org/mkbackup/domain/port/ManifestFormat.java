package org.mkbackup.domain.port;

import org.mkbackup.domain.backup.BackupManifest;

/** The form in which a manifest is stored: JSON, keys sorted, indented by four blanks. */
public interface ManifestFormat {

  byte[] write(BackupManifest manifest);

  /**
   * Reads a manifest, of this program or another. Entries that are not known are passed over.
   *
   * @throws org.mkbackup.domain.failure.ArchiveException if it isn't one; names what is wrong, but
   *     not the backup, which only the caller knows
   */
  BackupManifest read(byte[] stored);
}
