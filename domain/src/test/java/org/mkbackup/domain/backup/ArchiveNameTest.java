package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.site.SiteName;

class ArchiveNameTest {

  @ParameterizedTest
  @CsvSource({
    "site-heute.tar, site-heute, false, false",
    "site-heute.tar.gz, site-heute, true, false",
    "site-heute.tar.gz.enc, site-heute, true, true",
    "system.tar.enc, system, false, true",
    "system-data.tar, system-data, false, false",
  })
  void readsWhatItWrites(String fileName, String content, boolean compressed, boolean sealed) {
    ArchiveName name = new ArchiveName(content, compressed, sealed);

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
        Optional.of(site), new ArchiveName(ArchiveName.contentOf(site), true, false).site());
    assertEquals(Optional.empty(), new ArchiveName(ArchiveName.SYSTEM, true, false).site());
    assertEquals(Optional.empty(), new ArchiveName("site-no site", true, false).site());
  }
}
