package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** Where a target may lie that is to hold backups of what is around it. */
class TargetPlaceTest {
  @TempDir Path root;

  @BeforeEach
  void aMachineWithASite() throws IOException {
    for (String directory : List.of("omd/sites/heute/var", "rw/mnt/nas", "mnt/nas")) {
      Files.createDirectories(root.resolve(directory));
    }
  }

  private void check(Context context, String path) {
    Optional<SiteTree> site =
        context == Context.SYSTEM
            ? Optional.empty()
            : Optional.of(new SiteTree(new SiteName("heute"), root.resolve("omd/sites/heute")));
    Host host = new Host(root, context, "vm", site, Optional.empty());
    Literal remote =
        new Literal.Tuple(
            List.of(
                Literal.text(Target.LOCAL),
                Literal.Dict.EMPTY.with("path", Literal.text(root.resolve(path).toString()))));
    Targets.refuseInside(
        new Target(new TargetId("nas"), Literal.Dict.EMPTY.with("remote", remote)),
        new JobContext(host, new InMemoryRunLock()));
  }

  @ParameterizedTest
  @CsvSource({"SITE, omd/sites/heute/var", "SITE, omd/sites/heute/var/new", "SYSTEM, rw/backups"})
  void itIsNotInsideOfWhatIsBackedUp(Context context, String path) {
    assertThrows(TargetException.class, () -> check(context, path));
  }

  @ParameterizedTest
  @CsvSource({"SITE, mnt/nas", "SITE, omd/sites", "SYSTEM, mnt/nas", "SYSTEM, rw/mnt/nas"})
  void itIsAnywhereElse(Context context, String path) {
    assertDoesNotThrow(() -> check(context, path));
  }

  @Test
  void theRefusalSaysWhereElse() {
    TargetException refusal =
        assertThrows(TargetException.class, () -> check(Context.SITE, "omd/sites/heute/var"));

    assertEquals(
        "Target 'nas' lies inside of the site that is backed up: "
            + root.resolve("omd/sites/heute/var"),
        refusal.what());
    assertEquals("Choose a path outside of " + root.resolve("omd/sites/heute"), refusal.hint());
  }
}
