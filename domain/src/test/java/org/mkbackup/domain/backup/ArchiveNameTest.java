package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.site.SiteName;

class ArchiveNameTest {

  @ParameterizedTest
  @CsvSource({
    "site-heute.tar, site-heute, false,",
    "site-heute.tar.gz, site-heute, true,",
    "site-heute.tar.gz.enc, site-heute, true, CHECKMK",
    "system.tar.enc, system, false, CHECKMK",
    "system.tar.age, system, false, AGE",
    "system-data.tar, system-data, false,",
  })
  void readsWhatItWrites(
      String fileName, String content, boolean compressed, @Nullable SealFormat seal) {
    ArchiveName name = new ArchiveName(content, compressed, Optional.ofNullable(seal));

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
        new ArchiveName(ArchiveName.contentOf(site), true, Optional.empty()).site());
    assertEquals(
        Optional.empty(), new ArchiveName(ArchiveName.SYSTEM, true, Optional.empty()).site());
    assertEquals(Optional.empty(), new ArchiveName("site-no site", true, Optional.empty()).site());
  }
}
