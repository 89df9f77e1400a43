package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class TmpPathTest {
  private static final SiteName SITE = new SiteName("s1");
  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = temporary.toRealPath();
  }

  @Test
  void linksThatLeadToTheHomeAreResolved() throws IOException {
    Path home = Files.createDirectories(root.resolve("opt/omd/sites/s1"));
    Files.createSymbolicLink(root.resolve("omd"), Path.of("opt/omd"));
    assertEquals(home.resolve("tmp"), tmp().real());
    assertEquals(root.resolve("omd/sites/s1/tmp"), tmp().named());
  }

  @Test
  void aHomeThatIsNotThereIsBelowTheRealSites() throws IOException {
    Path sites = Files.createDirectories(root.resolve("opt/omd/sites"));
    Files.createSymbolicLink(root.resolve("omd"), Path.of("opt/omd"));
    assertEquals(sites.resolve("s1/tmp"), tmp().real());
  }

  @Test
  void withoutSitesTheNameStands() {
    assertEquals(tmp().named(), tmp().real());
  }

  @Test
  void tmpItselfIsNeverResolved() throws IOException {
    Path home = Files.createDirectories(root.resolve("omd/sites/s1"));
    Files.createSymbolicLink(home.resolve("tmp"), Path.of("/etc"));
    assertEquals(home.resolve("tmp"), tmp().real());
  }

  @Test
  void aCircleOfLinksIsAFailure() throws IOException {
    Files.createSymbolicLink(root.resolve("omd"), Path.of("omd"));
    SiteException failure = assertThrows(SiteException.class, this::tmp);
    assertTrue(failure.what().contains(root.resolve("omd/sites/s1").toString()), failure::what);
  }

  @Test
  void theLineHasNoFieldTooManyWhateverTheDirectoryIsCalled() {
    TmpPath odd = new TmpPath(Path.of("/omd/sites/s1/tmp"), Path.of("/a b\n#/omd/sites/s1/tmp"));
    assertEquals(
        "tmpfs  /a\\040b\\012#/omd/sites/s1/tmp tmpfs noauto,user,mode=751,uid=s1,gid=s1 0 0",
        odd.line(SITE, Optional.empty()));
  }

  private TmpPath tmp() {
    return TmpPath.of(new SiteTree(SITE, root.resolve("omd/sites/s1")));
  }
}
