package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts.Standing;
import org.mkbackup.domain.site.SiteName;

/** Accounts as the system's own commands show them, in a private root. */
class UserAccountCases {
  private static final SiteName SITE = new SiteName("Site_1");
  private static final OptionalInt ANY = OptionalInt.empty();
  private Machine machine;

  @BeforeEach
  void enter() throws IOException {
    machine = new Machine();
  }

  @AfterEach
  void leave() throws IOException {
    machine.close();
  }

  @Test
  void theUserLooksLikeOneOfCheckmk() {
    machine.accounts.create(SITE, OptionalInt.of(31337), OptionalInt.of(31338));
    assertEquals(
        "Site_1:x:31337:31338:OMD site Site_1:/omd/sites/Site_1:/bin/bash\n",
        Machine.run("getent", "passwd", "Site_1"));
    assertEquals("Site_1 omd\n", Machine.run("id", "-nG", "Site_1"));
  }

  @Test
  void theGroupOfAllSitesIsTakenAsItIs() {
    Machine.run("groupadd", "-g", "4711", "omd");
    machine.accounts.create(SITE, ANY, ANY);
    assertEquals("omd:x:4711:Site_1\n", Machine.run("getent", "group", "omd"));
  }

  @Test
  void aGroupAloneMakesANameTaken() {
    Machine.run("groupadd", "Site_1");
    assertEquals(Standing.TAKEN, machine.accounts.standing(SITE));
    SiteException failure =
        assertThrows(SiteException.class, () -> machine.accounts.create(SITE, ANY, ANY));
    assertTrue(failure.hint().contains("groupdel Site_1"), failure::hint);
  }

  @Test
  void theSystemsReasonIsQuoted() {
    SiteException failure =
        assertThrows(
            SiteException.class, () -> machine.accounts.create(SITE, OptionalInt.of(0), ANY));
    assertEquals(
        "The user 'Site_1' can't be made: useradd: UID 0 is not unique (exit code 4)",
        failure.what());
  }

  @Test
  void aUserThatIsNoSitesIsNotRemoved() {
    assertThrows(SiteException.class, () -> machine.accounts.remove(new SiteName("daemon")));
    assertEquals(Standing.TAKEN, machine.accounts.standing(new SiteName("daemon")));
  }

  @Test
  void aGroupWithoutUserIsNotRemoved() {
    machine.accounts.remove(new SiteName("adm"));
    assertEquals(Standing.TAKEN, machine.accounts.standing(new SiteName("adm")));
  }

  @Test
  void anAccountWithFilesOrAnotherHomeIsNoLeftOver() throws IOException {
    machine.accounts.create(SITE, ANY, ANY);
    assertEquals(Standing.LEFT_OVER, machine.accounts.standing(SITE));
    machine.makeHome(SITE);
    assertEquals(Standing.TAKEN, machine.accounts.standing(SITE));
    Machine.run("rm", "-r", "/omd/sites/Site_1");
    Machine.run("usermod", "-d", "/home/else", "Site_1");
    assertEquals(Standing.TAKEN, machine.accounts.standing(SITE));
  }

  @Test
  void aGroupThatWasLeftAloneIsRemoved() {
    machine.accounts.create(SITE, ANY, ANY);
    Machine.run("userdel", "Site_1");
    Machine.run("sh", "-c", "getent group Site_1 || groupadd -r Site_1");
    assertEquals(Standing.LEFT_OVER, machine.accounts.standing(SITE));
    machine.accounts.remove(SITE);
    assertEquals(Standing.FREE, machine.accounts.standing(SITE));
  }

  @Test
  void theHomeStaysWhenTheUserGoes() throws IOException {
    machine.accounts.create(SITE, ANY, ANY);
    Path tmp = machine.makeHome(SITE);
    machine.accounts.remove(SITE);
    assertTrue(Files.isDirectory(tmp));
  }
}
