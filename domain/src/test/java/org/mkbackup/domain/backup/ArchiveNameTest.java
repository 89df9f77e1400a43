package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteName;

class ArchiveNameTest {

  @ParameterizedTest
  @CsvSource({
    "site-heute.tar, site-heute, NONE,",
    "site-heute.tar.gz, site-heute, GZIP,",
    "site-heute.tar.gz.enc, site-heute, GZIP, CHECKMK",
    "site-heute.tar.zst, site-heute, ZSTD,",
    "site-heute.tar.zst.age, site-heute, ZSTD, AGE",
    "system.tar.enc, system, NONE, CHECKMK",
    "system.tar.age, system, NONE, AGE",
    "system-data.tar, system-data, NONE,",
  })
  void readsWhatItWrites(
      String fileName, String content, Compression.Format format, @Nullable SealFormat seal) {
    ArchiveName name = new ArchiveName(content, format, Optional.ofNullable(seal));

    assertEquals(Optional.of(name), ArchiveName.parse(fileName));
    assertEquals(fileName, name.fileName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".tar",
        "mkbackup.info",
        "a.tar.bz2",
        "a.tar.enc.gz",
        "a.tar.enc.age",
        "a.b.tar"
      })
  void refusesOtherFiles(String fileName) {
    assertEquals(Optional.empty(), ArchiveName.parse(fileName));
  }

  @Test
  void tellsTheSite() {
    SiteName site = new SiteName("heute");

    assertEquals(
        Optional.of(site),
        new ArchiveName(ArchiveName.contentOf(site), Compression.Format.GZIP, Optional.empty())
            .site());
    assertEquals(
        Optional.empty(),
        new ArchiveName(ArchiveName.SYSTEM, Compression.Format.GZIP, Optional.empty()).site());
    assertEquals(
        Optional.empty(),
        new ArchiveName("site-no site", Compression.Format.GZIP, Optional.empty()).site());
  }
}
