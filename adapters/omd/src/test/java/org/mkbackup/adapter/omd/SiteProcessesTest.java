package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;

/** Real processes of users that nobody else is. */
class SiteProcessesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final SiteName SITE = new SiteName("heute");
  private static final int NOBODYS_UID = 764_301;

  private final Orphans orphans = new Orphans();

  @BeforeEach
  void requireRoot() throws IOException {
    Orphans.requireRoot();
  }

  @AfterEach
  void killOrphans() {
    orphans.close();
  }

  @Test
  void endsAllOfAUser() throws IOException {
    ProcessHandle one = orphans.of(NOBODYS_UID, "sleep", "1000");
    ProcessHandle two = orphans.of(NOBODYS_UID, "sleep", "1000");

    end(LIMIT, NOBODYS_UID);

    assertFalse(Orphans.isAlive(one) || Orphans.isAlive(two));
  }

  @Test
  void forcesThoseThatDoNotListen() throws IOException {
    ProcessHandle deaf = orphans.of(NOBODYS_UID, "sh", "-c", "trap '' TERM; echo; exec sleep 1000");

    assertTimeout(LIMIT, () -> end(Duration.ofMillis(300), NOBODYS_UID));

    assertFalse(Orphans.isAlive(deaf));
  }

  @Test
  void leavesOtherUsersAlone() throws IOException {
    ProcessHandle other = orphans.of(NOBODYS_UID + 1, "sleep", "1000");

    end(LIMIT, NOBODYS_UID);

    assertTrue(Orphans.isAlive(other));
  }

  @Test
  void leavesItsOwnDescendantsAlone() throws IOException {
    Process child =
        new ProcessBuilder("setpriv", "--reuid=" + NOBODYS_UID, "--clear-groups", "sleep", "1000")
            .start();
    orphans.add(child.toHandle());

    assertTimeout(LIMIT, () -> end(LIMIT, NOBODYS_UID));

    assertTrue(child.isAlive());
  }

  @Test
  void hasNothingAgainstAUserWithoutProcesses() {
    assertDoesNotThrow(() -> end(LIMIT, NOBODYS_UID));
  }

  @Test
  void neverKillsRoot() {
    assertThrows(SiteException.class, () -> new SiteProcesses(LIMIT).end(new SiteName("root")));
  }

  private static void end(Duration patience, long uid) {
    new SiteProcesses(patience).end(SITE, uid);
  }
}
