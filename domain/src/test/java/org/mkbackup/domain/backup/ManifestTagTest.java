package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

class ManifestTagTest {
  private static final StoredArchive ONE = archive("site-heute.tar.enc", 100, "ab");
  private static final StoredArchive OTHER = archive("system.tar.enc", 200, "cd");
  private static final BackupManifest.Origin SITE = site("heute", "2.3.0p1.cre");
  private static final Instant MADE = Instant.parse("2026-11-24T12:00:00.000001Z");
  private static final BackupManifest MANIFEST =
      manifest("nightly", "vm", List.of(ONE, OTHER), MADE, SITE);

  private static StoredArchive archive(String name, long size, String sha256) {
    return new StoredArchive(name, size, "00", Optional.of(sha256));
  }

  private static BackupManifest.Origin site(String name, String version) {
    return new BackupManifest.Site(new SiteName(name), new SiteVersion(version));
  }

  private static BackupManifest manifest(
      String job,
      String host,
      List<StoredArchive> files,
      Instant finished,
      BackupManifest.Origin origin) {
    return new BackupManifest(job, Literal.Dict.EMPTY, host, files, finished, origin);
  }

  private static AuthenticationKey key(int secret) {
    return new AuthenticationKey() {
      @Override
      public byte[] tag(byte[] statement) {
        try {
          MessageDigest digest = MessageDigest.getInstance("SHA-256");
          digest.update((byte) secret);
          return digest.digest(statement);
        } catch (NoSuchAlgorithmException e) {
          throw new AssertionError(e);
        }
      }

      @Override
      public void close() {}
    };
  }

  private static StoredArchive tagged() {
    try (AuthenticationKey key = key(1)) {
      return ONE.withMac(ManifestTag.of(MANIFEST, ONE, key));
    }
  }

  @Test
  void fitsWhatItWasMadeOf() {
    try (AuthenticationKey key = key(1)) {
      assertTrue(ManifestTag.fits(MANIFEST.withFiles(List.of(tagged(), OTHER)), tagged(), key));
    }
  }

  @Test
  void fitsNoOtherKeyAndNoOtherArchive() {
    try (AuthenticationKey key = key(1);
        AuthenticationKey another = key(2)) {
      assertFalse(ManifestTag.fits(MANIFEST, tagged(), another));
      assertFalse(ManifestTag.fits(MANIFEST, OTHER.withMac(tagged().mac().orElseThrow()), key));
      assertFalse(ManifestTag.fits(MANIFEST, ONE, key));
    }
  }

  static List<BackupManifest> changed() {
    List<BackupManifest> changed = new ArrayList<>();
    for (StoredArchive other :
        List.of(
            archive("site-heute.tar.enc", 101, "ab"),
            archive("site-heute.tar.enc", 100, "ac"),
            archive("site-morgen.tar.enc", 100, "ab"),
            new StoredArchive("site-heute.tar.enc", 100, "00"))) {
      changed.add(manifest("nightly", "vm", List.of(other, OTHER), MADE, SITE));
    }
    for (StoredArchive other :
        List.of(
            archive(OTHER.name(), 201, "cd"),
            archive(OTHER.name(), 200, "ce"),
            archive("site-morgen.tar.enc", 200, "cd"),
            new StoredArchive(OTHER.name(), 200, "00"))) {
      changed.add(manifest("nightly", "vm", List.of(ONE, other), MADE, SITE));
    }
    changed.add(manifest("nightly", "vm", List.of(ONE), MADE, SITE));
    changed.add(manifest("nightly", "vm", List.of(OTHER, ONE), MADE, SITE));
    changed.add(manifest("weekly", "vm", List.of(ONE, OTHER), MADE, SITE));
    changed.add(manifest("nightlyv", "m", List.of(ONE, OTHER), MADE, SITE));
    changed.add(manifest("nightly", "vm", List.of(ONE, OTHER), MADE.plusNanos(1000), SITE));
    for (BackupManifest.Origin origin :
        List.of(
            site("heute", "2.3.0p2.cre"),
            site("morgen", "2.3.0p1.cre"),
            new BackupManifest.Appliance("1.7.0", Optional.empty()),
            new BackupManifest.Appliance(
                "1.7.0", Optional.of(new BackupManifest.Cluster("other", true))))) {
      changed.add(manifest("nightly", "vm", List.of(ONE, OTHER), MADE, origin));
    }
    return changed;
  }

  @ParameterizedTest
  @MethodSource("changed")
  void fitsNoManifestThatSaysSomethingElse(BackupManifest other) {
    try (AuthenticationKey key = key(1)) {
      assertFalse(ManifestTag.fits(other, tagged(), key));
    }
  }
}
