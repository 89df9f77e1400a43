package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts.Account;
import org.mkbackup.domain.site.SiteName;

class UserDatabaseTest {
  private static final SiteName SITE = new SiteName("s1");
  private static final OptionalInt ANY = OptionalInt.empty();
  private static final String ENTRY = "s1:x:998:997:OMD site s1:/omd/sites/s1:/bin/bash\n";
  private static final String USERADD =
      "useradd|-r|-d|/omd/sites/s1|-c|OMD site s1|-g|s1|-G|omd|-s|/bin/bash";
  private final ScriptedCommands commands = new ScriptedCommands();
  private final UserDatabase users = new UserDatabase(commands);

  @Test
  void makesGroupAndUserAsCheckmkDoes() {
    commands.answer("getent|group|omd", 0, "omd:x:999:\n", "");
    assertThrows(SiteException.class, () -> users.create(SITE, ANY, ANY), "never found");
    assertEquals(List.of("groupadd|-r|s1", USERADD + "|s1"), commands.changes);
  }

  @Test
  void asksForTheNumbersAndMakesTheGroupOfAllSites() {
    assertThrows(
        SiteException.class,
        () -> users.create(SITE, OptionalInt.of(5), OptionalInt.of(6)),
        "never found");
    assertEquals(
        List.of("groupadd|-r|omd", "groupadd|-r|-g|6|s1", USERADD + "|-u|5|s1"), commands.changes);
  }

  @Test
  void readsTheEntryOfAUser() {
    commands.answer("getent|passwd|s1", 0, ENTRY, "");
    assertEquals(Optional.of(new Account(998, 997)), users.find(SITE));
  }

  @Test
  void aLookUpThatFailsIsNotTakenForANameThatIsFree() {
    commands.answer("getent|passwd", 3, "", "enumeration not supported");
    SiteException failure = assertThrows(SiteException.class, () -> users.isTaken(SITE));
    assertTrue(failure.what().contains("enumeration not supported"), failure::what);
    assertThrows(SiteException.class, () -> users.find(SITE));
    assertThrows(SiteException.class, () -> users.create(SITE, ANY, ANY));
    assertEquals(List.of(), commands.changes);
  }

  @Test
  void anEntryThatIsNoneIsAFailure() {
    commands.answer("getent|passwd", 0, "s1:x:many:997\n", "");
    assertThrows(SiteException.class, () -> users.find(SITE));
  }

  @Test
  void saysWhatElseFailedWhenAHalfCantBeUndone() {
    Commands halfBroken =
        line -> {
          if (line.get(0).equals("useradd")) {
            commands.answer("getent|group|s1", 0, "s1:x:5:\n", "");
          }
          return commands.run(line);
        };
    commands.answer("useradd", 1, "", "useradd: no");
    commands.answer("groupdel", 10, "", "groupdel: locked");
    SiteException failure =
        assertThrows(
            SiteException.class, () -> new UserDatabase(halfBroken).create(SITE, ANY, ANY));
    assertTrue(failure.what().contains("useradd: no"), failure::what);
    assertTrue(failure.getSuppressed()[0].toString().contains("groupdel: locked"));
  }

  @Test
  void removesTheGroupWhereUserdelLeftIt() {
    commands.answer("getent|passwd", 0, ENTRY, "");
    commands.answer("getent|group|s1", 0, "s1:x:997:\n", "");
    users.remove(SITE);
    assertEquals(List.of("userdel|s1", "groupdel|s1"), commands.changes);
  }

  @Test
  void aUserOfAnotherHomeIsNotRemoved() {
    commands.answer("getent|passwd", 0, "s1:x:998:997::/home/s1:/bin/bash\n", "");
    SiteException failure = assertThrows(SiteException.class, () -> users.remove(SITE));
    assertTrue(failure.what().contains("/home/s1"), failure::what);
    assertEquals(List.of(), commands.changes);
  }
}
