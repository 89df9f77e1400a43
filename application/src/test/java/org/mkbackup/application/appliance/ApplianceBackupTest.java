package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

class ApplianceBackupTest {
  private static final BackupManifest.Origin ALONE =
      new BackupManifest.Appliance("1.7.5", Optional.empty());
  private static final BackupManifest.Origin INACTIVE =
      new BackupManifest.Appliance("1.7.5", Optional.of(new Cluster("other", true)));

  private static BackupManifest manifest(BackupManifest.Origin origin, String... files) {
    List<StoredArchive> archives =
        List.of(files).stream().map(file -> new StoredArchive(file, 1, "0".repeat(32))).toList();
    return new BackupManifest("all", Literal.Dict.EMPTY, "cma", archives, Instant.EPOCH, origin);
  }

  @Test
  void findsEachArchiveWhateverWasDoneToIt() {
    ApplianceBackup backup =
        ApplianceBackup.of(
            manifest(
                ALONE,
                "site-heute.tar.gz.enc",
                "system.tar.gz.enc",
                "site-b.tar",
                "system-data.tar"));

    assertEquals("system.tar.gz.enc", backup.configuration().name());
    assertEquals(Optional.of("system-data.tar"), backup.data().map(StoredArchive::name));
    assertEquals(Set.of(new SiteName("heute"), new SiteName("b")), backup.sites().keySet());
  }

  @Test
  void theInactiveNodesHasTheConfigurationOnly() {
    ApplianceBackup backup = ApplianceBackup.of(manifest(INACTIVE, "system.tar"));

    assertEquals(Optional.empty(), backup.data());
    assertThrows(
        ArchiveException.class,
        () -> ApplianceBackup.of(manifest(INACTIVE, "system.tar", "site-heute.tar")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system-data.tar",
        "system.tar",
        "system.tar system-data.tar other.tar",
        "system.tar system-data.tar site-1bad.tar",
        "system.tar system-data.tar readme.txt",
        "system.tar system-data.tar system.tar.gz",
        "system.tar system-data.tar site-heute.tar site-heute.tar.gz",
      })
  void refusesWhatIsNotAnAppliances(String files) {
    assertThrows(
        ArchiveException.class, () -> ApplianceBackup.of(manifest(ALONE, files.split(" "))));
  }

  @Test
  void refusesABackupOfASite() {
    BackupManifest.Site site =
        new BackupManifest.Site(new SiteName("heute"), new SiteVersion("2.3.0p1.cre"));

    ArchiveException failure =
        assertThrows(
            ArchiveException.class, () -> ApplianceBackup.of(manifest(site, "site-heute.tar.gz")));

    assertTrue(failure.getMessage().contains("of a site"), failure.getMessage());
  }
}
