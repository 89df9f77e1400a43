package org.mkbackup.application.job;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.ManifestTag;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;

/**
 * Seals the archives of one backup, if its job has a key, and keeps what authenticates them until
 * the manifest is made.
 */
final class BackupSealer implements AutoCloseable {
  private final Optional<Key> key;
  private final Optional<ArchiveCipher> cipher;
  private final Map<String, AuthenticationKey> authentications = new HashMap<>();

  /**
   * Seals nothing if there is no key.
   *
   * @throws org.mkbackup.domain.failure.ConfigurationException if there is a recipient that can't
   *     be sealed to
   */
  BackupSealer(Optional<Key> key, SealingKeys keys, Encryption encryption) {
    this.key = key;
    this.cipher = key.map(k -> keys.cipher(encryption.format()).alsoFor(encryption.recipients()));
  }

  Optional<SealFormat> format() {
    return cipher.map(ArchiveCipher::format);
  }

  /** What seals the file of that name; empty if it isn't to be sealed. */
  Optional<OutputStream> seal(String name, OutputStream sink) {
    if (cipher.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    ArchiveCipher.Sealing sealing = cipher.get().seal(key.get(), sink);
    authentications.put(name, sealing.authentication());
    return Optional.of(sealing);
  }

  /** The manifest with a MAC for each file that was sealed. */
  BackupManifest authenticated(BackupManifest manifest) {
    return manifest.withFiles(
        manifest.files().stream()
            .map(archive -> withMac(manifest, withListsMac(manifest, archive)))
            .toList());
  }

  private StoredArchive withListsMac(BackupManifest manifest, StoredArchive archive) {
    return archive
        .members()
        .map(list -> new StoredMembers(withMac(manifest, list.file()), list.count()))
        .map(archive::with)
        .orElse(archive);
  }

  private StoredArchive withMac(BackupManifest manifest, StoredArchive archive) {
    AuthenticationKey authentication = authentications.get(archive.name());
    return authentication == null
        ? archive
        : archive.withMac(ManifestTag.of(manifest, archive, authentication));
  }

  @Override
  public void close() {
    authentications.values().forEach(AuthenticationKey::close);
  }
}
