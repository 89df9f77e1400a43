package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteName;

class ArchiveNameTest {

  @ParameterizedTest
  @CsvSource({
    "site-heute.tar, site-heute, NONE, false",
    "site-heute.tar.gz, site-heute, GZIP, false",
    "site-heute.tar.gz.enc, site-heute, GZIP, true",
    "site-heute.tar.zst, site-heute, ZSTD, false",
    "site-heute.tar.zst.enc, site-heute, ZSTD, true",
    "system.tar.enc, system, NONE, true",
    "system-data.tar, system-data, NONE, false",
  })
  void readsWhatItWrites(
      String fileName, String content, Compression.Format format, boolean sealed) {
    ArchiveName name = new ArchiveName(content, format, sealed);

    assertEquals(Optional.of(name), ArchiveName.parse(fileName));
    assertEquals(fileName, name.fileName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".tar", "mkbackup.info", "a.tar.bz2", "a.tar.enc.gz", "a.b.tar"})
  void refusesOtherFiles(String fileName) {
    assertEquals(Optional.empty(), ArchiveName.parse(fileName));
  }

  @Test
  void tellsTheSite() {
    SiteName site = new SiteName("heute");

    assertEquals(
        Optional.of(site),
        new ArchiveName(ArchiveName.contentOf(site), Compression.Format.GZIP, false).site());
    assertEquals(
        Optional.empty(),
        new ArchiveName(ArchiveName.SYSTEM, Compression.Format.GZIP, false).site());
    assertEquals(
        Optional.empty(), new ArchiveName("site-no site", Compression.Format.GZIP, false).site());
  }
}
