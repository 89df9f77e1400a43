package org.mkbackup.application.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.text.EscapedName;

class ListMembersTest {
  @TempDir Path sites;
  private StoredSite site;

  @BeforeEach
  void aBackupOfASite() throws IOException {
    site = new StoredSite(sites);
    site.keep(site.archive("site-heute.tar"));
  }

  @Test
  void withoutAPatternAllIsListed() {
    assertEquals(site.listed().size(), site.list().size());
  }

  @Test
  void aDirectoryWithASlashBringsAllBelowIt() {
    assertEquals(
        List.of("heute/etc", "heute/etc/omd", "heute/etc/omd/site.conf"), site.list("heute/etc/"));
    assertEquals(site.list("heute/etc/"), site.list("/heute/etc//"));
    assertEquals(List.of("heute/etc"), site.list("heute/etc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"heute/none", "*none*", "heute/etc/omd/site.conf/", "heute/e", "eute/*"})
  void whatMatchesNothingIsNamed(String glob) {
    ArchiveException none = assertThrows(ArchiveException.class, () -> site.list(glob));
    assertEquals("Nothing in backup 'kept' matches '" + glob + "'", none.what());
    assertEquals("'mkbackup ls nas kept' shows what there is", none.hint());
  }

  @Test
  void ofAPatternWithoutEndTheBeginningIsTold() {
    ArchiveException none =
        assertThrows(ArchiveException.class, () -> site.list("a".repeat(100_000)));
    assertTrue(none.what().endsWith("aaa\u2026'"), none::what);
    assertTrue(none.what().length() < 400, none::what);
  }

  @Test
  void bytesThatTheCommandLineLostAreHintedAt() {
    String lost = EscapedName.raw("heute/lat\ufffdin");
    assertTrue(
        assertThrows(ArchiveException.class, () -> site.list(lost)).hint().contains("\\344"));
    assertFalse(
        assertThrows(ArchiveException.class, () -> site.list("x")).hint().contains("\\344"));
  }
}
