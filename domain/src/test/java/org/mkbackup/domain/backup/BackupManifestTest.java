package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

class BackupManifestTest {

  private static BackupManifest manifest(Literal.Dict job, List<StoredArchive> files) {
    return new BackupManifest(
        "nightly",
        job,
        "host",
        files,
        Instant.EPOCH,
        new BackupManifest.Site(new SiteName("heute"), new SiteVersion("2.3.0.cre")));
  }

  @Test
  void sumsUpItsArchivesAndIsNotChangedFromOutside() {
    List<StoredArchive> files = new ArrayList<>();
    files.add(new StoredArchive("a.tar", 3_000_000_000L, "00"));
    files.add(new StoredArchive("b.tar", 3_000_000_000L, "00"));
    BackupManifest manifest = manifest(Literal.Dict.EMPTY, files);
    files.clear();
    assertEquals(6_000_000_000L, manifest.size());
  }

  @Test
  void tellsTheKeyThatTheJobNamed() {
    Literal.Dict job = Literal.Dict.EMPTY;
    assertEquals(Optional.empty(), manifest(job, List.of()).keyId());
    assertEquals(
        Optional.empty(), manifest(job.with("encrypt", Literal.none()), List.of()).keyId());
    assertEquals(
        Optional.of("C0"), manifest(job.with("encrypt", Literal.text("C0")), List.of()).keyId());
  }
}
