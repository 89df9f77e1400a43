package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class JobContextTest {
  @TempDir Path root;
  private final InMemoryRunLock locks = new InMemoryRunLock();

  @Test
  void stateFilesLieInTheSiteAndThatOfARestoreOutsideOfIt() {
    assertEquals(
        home().resolve("var/check_mk/backup/nightly.state"),
        context().stateFile(new JobId("nightly")));
    assertEquals(root.resolve("tmp/restore-heute.state"), context().restoreStateFile());
  }

  @Test
  void takesTheLockThatCheckmksOwnToolTakes() {
    RunLock.Held lock = context().lock();

    assertEquals(Set.of(outer()), locks.held());
    lock.close();
    assertEquals(Set.of(), locks.held());
  }

  @Test
  void takesTheLockOfNewerVersionsTooWhereTheyKeepOne() throws IOException {
    Files.createDirectories(home().resolve(".restore_working_dir"));

    try (RunLock.Held lock = context().lock()) {
      assertEquals(Set.of(outer(), inner()), locks.held());
    }
    assertEquals(Set.of(), locks.held());
  }

  @Test
  void holdsNeitherLockWhenOneIsTaken() throws IOException {
    Files.createDirectories(home().resolve(".restore_working_dir"));

    try (RunLock.Held other = locks.take(inner(), 0600)) {
      assertThrows(BusyException.class, () -> context().lock());
      assertEquals(Set.of(inner()), locks.held());
    }
  }

  private Path outer() {
    return root.resolve("run/lock/mkbackup/mkbackup-heute.lock");
  }

  private Path inner() {
    return home().resolve(".restore_working_dir/mkbackup.lock");
  }

  private Path home() {
    return root.resolve("omd/sites/heute");
  }

  private JobContext context() {
    SiteTree site = new SiteTree(new SiteName("heute"), home());
    return new JobContext(
        new Host(root, Context.SITE, "host", Optional.of(site), Optional.empty()), locks);
  }
}
