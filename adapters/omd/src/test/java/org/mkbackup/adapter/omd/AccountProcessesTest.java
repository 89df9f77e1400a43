package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteName;

/** Processes of an account that hardly anybody uses. */
class AccountProcessesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final SiteName ACCOUNT = new SiteName("games");

  private final Orphans orphans = new Orphans();
  private long uid;

  @BeforeEach
  void requireAnAccountWithoutProcesses() throws IOException {
    Orphans.requireRoot();
    OptionalLong found = UserId.of(ACCOUNT);
    Assumptions.assumeTrue(
        found.isPresent() && Orphans.processesOf(found.getAsLong()) == 0,
        "Left out, there is no account without processes, " + ACCOUNT + ": their end by name");
    uid = found.getAsLong();
  }

  @AfterEach
  void killOrphans() {
    orphans.close();
  }

  @Test
  void findsTheProcessesByTheSitesName() throws IOException {
    ProcessHandle process = orphans.of(uid, "sleep", "1000");

    control(Path.of("/")).killProcesses(ACCOUNT);

    assertFalse(Orphans.isAlive(process));
  }

  @Test
  void killsNothingInARelocatedRoot() throws IOException {
    ProcessHandle process = orphans.of(uid, "sleep", "1000");

    control(Path.of("/tmp")).killProcesses(ACCOUNT);

    assertTrue(Orphans.isAlive(process));
  }

  private static OmdSiteControl control(Path root) {
    return OmdSiteControl.on(
        new Host(root, Context.SYSTEM, "klappspaten", Optional.empty(), Optional.empty()),
        new OmdSiteControl.Limits(LIMIT, LIMIT, LIMIT));
  }
}
