package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.site.SiteName;

/** A site that puts a link to somebody else's mount in the place of {@code tmp}. */
class HostileTmpCases {
  private static final SiteName SITE = new SiteName("s1");
  private static final Path VICTIM = Path.of("/omd/victim");
  private Machine machine;
  private Path tmp;

  @BeforeEach
  void enter() throws IOException {
    machine = new Machine();
    machine.accounts.create(SITE, OptionalInt.empty(), OptionalInt.empty());
    Files.createDirectories(VICTIM);
    Machine.run("mount", "-t", "tmpfs", "none", VICTIM.toString());
    tmp = machine.makeHome(SITE);
    Machine.runAs(SITE, "rmdir", tmp.toString());
    Machine.runAs(SITE, "ln", "-s", VICTIM.toString(), tmp.toString());
  }

  @AfterEach
  void leave() throws IOException {
    machine.close();
  }

  @Test
  void theOtherMountStays() throws IOException {
    machine.accounts.unmountTmpfs(SITE);
    assertTrue(Machine.isMounted(VICTIM));
  }

  @Test
  void theOtherMountStaysWhenTheLinkComesAtTheLastMoment() throws IOException {
    assertEquals(Optional.of("Invalid argument"), new DirectUnmount().unmount(tmp));
    assertTrue(Machine.isMounted(VICTIM));
  }

  @Test
  void theMountTableNamesTheSitesPathAndNotWhereTheLinkLeads() throws IOException {
    machine.accounts.addTmpfs(SITE, Optional.empty());
    String table = Files.readString(Machine.FSTAB);
    assertTrue(table.contains("tmpfs  /omd/sites/s1/tmp tmpfs "), table);
    assertFalse(table.contains(VICTIM.toString()), table);
  }
}
