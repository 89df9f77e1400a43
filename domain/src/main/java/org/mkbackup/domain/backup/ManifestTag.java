package org.mkbackup.domain.backup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.mkbackup.domain.key.AuthenticationKey;

/**
 * The tag of an archive: it says that who wrote the manifest knew the key of the archive's content.
 * It covers what the manifest says of all archives and of the lists of their members, and where
 * they come from, so that none can be changed, left out, added, or taken from another backup.
 */
public final class ManifestTag {
  private static final String PREFIX = "hmac-sha256:";
  private static final String STATEMENT = "mkbackup manifest v1";

  private ManifestTag() {}

  /**
   * Makes the tag.
   *
   * @param key of the archive
   */
  public static String of(BackupManifest manifest, StoredArchive archive, AuthenticationKey key) {
    return PREFIX + HexFormat.of().formatHex(key.tag(statement(manifest, archive)));
  }

  /** Whether the archive has the tag that it ought to have; in the same time for each wrong one. */
  public static boolean fits(
      BackupManifest manifest, StoredArchive archive, AuthenticationKey key) {
    return archive
        .mac()
        .filter(mac -> MessageDigest.isEqual(bytes(mac), bytes(of(manifest, archive, key))))
        .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] statement(BackupManifest manifest, StoredArchive archive) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream statement = new DataOutputStream(bytes)) {
      put(statement, STATEMENT);
      put(statement, archive.name());
      put(statement, manifest.jobId());
      put(statement, manifest.hostname());
      Instant finished = manifest.finished();
      statement.writeLong(finished.getEpochSecond());
      statement.writeInt(finished.getNano());
      put(statement, manifest.origin());
      statement.writeInt(manifest.files().size());
      for (StoredArchive file : manifest.files()) {
        put(statement, file);
        statement.writeBoolean(file.members().isPresent());
        if (file.members().isPresent()) {
          put(statement, file.members().get().file());
          statement.writeLong(file.members().get().count());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(DataOutputStream statement, StoredArchive file) throws IOException {
    put(statement, file.name());
    statement.writeLong(file.size());
    put(statement, file.sha256().orElse(""));
  }

  private static void put(DataOutputStream statement, BackupManifest.Origin origin)
      throws IOException {
    if (origin instanceof BackupManifest.Site site) {
      put(statement, "site");
      put(statement, site.name().value());
      put(statement, site.version().value());
      return;
    }
    BackupManifest.Appliance appliance = (BackupManifest.Appliance) origin;
    put(statement, "appliance");
    put(statement, appliance.version());
    statement.writeBoolean(appliance.cluster().isPresent());
    if (appliance.cluster().isPresent()) {
      put(statement, appliance.cluster().get().partner());
      statement.writeBoolean(appliance.cluster().get().inactive());
    }
  }

  /* With its length, so that no two different statements have the same bytes. */
  private static void put(DataOutputStream statement, String text) throws IOException {
    byte[] encoded = bytes(text);
    statement.writeInt(encoded.length);
    statement.write(encoded);
  }
}
