package org.mkbackup.application.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.backup.StoredMembers;
import org.mkbackup.domain.failure.ArchiveException;

class VerifyBackupTest {
  private static final String PLAIN = "site-heute.tar";
  private static final String SEALED = "site-heute.tar.gz.enc";
  private static final String MAC = "hmac-sha256:" + "0".repeat(64);

  @TempDir Path sites;
  private StoredSite site;

  @BeforeEach
  void aSite() {
    site = new StoredSite(sites);
  }

  private String refused(boolean deep, boolean requireMac) {
    return assertThrows(ArchiveException.class, () -> site.verify(deep, requireMac)).getMessage();
  }

  private List<String> warnings() {
    return site.lines.said.stream().filter(line -> line.startsWith("WARNING: ")).toList();
  }

  @Test
  void aSealedArchiveWithoutAMacIsToldOf() throws IOException {
    site.keep(site.archive(SEALED)).verify(false, false);

    assertEquals(1, warnings().size());
    assertTrue(warnings().get(0).contains("has no MAC"), warnings()::toString);
    assertTrue(site.lines.said.contains("Backup kept is good"));
  }

  @Test
  void whatNoRestoreWouldTakeIsNotGood() throws IOException {
    site.keep(site.archive(SEALED));

    String refused = refused(false, true);

    assertTrue(refused.contains(SEALED), refused);
    assertTrue(refused.contains("encryption.require-mac lets no restore take it"), refused);
    site.keep(site.archive(PLAIN));
    assertTrue(refused(false, true).contains(PLAIN));
    assertEquals(List.of(), site.lines.said);
  }

  @Test
  void aBackupWithoutTheArchiveThatARestoreTakesIsNotGood() throws IOException {
    site.keep(site.archive("site-other.tar"));
    assertTrue(refused(false, false).contains("names no archive of site heute"));
    site.keep();
    assertTrue(refused(false, false).contains("names no archive of site heute"));
  }

  @Test
  void aMacThatWasNotCheckedIsNotCalledRight() throws IOException {
    site.keep(site.archive(SEALED).withMac(MAC)).verify(false, true);

    assertEquals(List.of(), warnings());
    assertTrue(
        site.lines.said.get(0).endsWith("SHA-256 are right (its MAC is checked by --deep)"),
        site.lines.said::toString);
  }

  @Test
  void aListThatNobodyVouchesForIsToldOf() throws IOException {
    StoredArchive sealed = site.archive(SEALED).withMac(MAC);
    StoredArchive list = new StoredArchive(StoredSite.LIST + ".enc", 7, "0".repeat(32));
    site.keep(sealed.with(new StoredMembers(list, 1))).verify(false, true);

    assertEquals(1, warnings().size());
    assertTrue(warnings().get(0).contains(StoredSite.LIST + ".enc has no MAC"));
  }

  @Test
  void aListThatFitsIsGood() throws IOException {
    List<String> lines = site.listed();
    site.keep(site.archive(PLAIN, lines, lines.size())).verify(true, false);

    assertTrue(site.lines.said.get(0).endsWith("as their list says"), site.lines.said::toString);
  }

  @Test
  void aListWithALineMoreOrLessIsRefused() throws IOException {
    List<String> longer = new ArrayList<>(site.listed());
    longer.add(longer.get(longer.size() - 1).replace("\theute/", "\theute/more-"));
    List<String> shorter = site.listed().subList(0, site.listed().size() - 1);
    for (List<String> lines : List.of(longer, shorter)) {
      site.keep(site.archive(PLAIN, lines, lines.size()));
      assertTrue(refused(true, false).contains("is not the same"));
    }
  }

  @Test
  void aListThatTheManifestCountsOtherwiseIsRefused() throws IOException {
    int whole = site.listed().size();
    for (int length : new int[] {whole, whole - 1}) {
      site.keep(site.archive(PLAIN, site.listed().subList(0, length), length + 1));
      String refused = refused(true, false);
      assertTrue(
          refused.contains("has " + length + " lines, but its manifest says " + (length + 1)),
          refused);
    }
  }

  @Test
  void aLineThatIsNoneIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(site.listed());
    lines.set(1, lines.get(1).replaceFirst("\t[0-7]+\t", "\trwx\t"));
    site.keep(site.archive(PLAIN, lines, lines.size()));

    String refused = refused(true, false);

    assertTrue(refused.contains(StoredSite.LIST + " has a line 2"), refused);
    assertTrue(refused.contains("'rwx' is no mode"), refused);
  }
}
