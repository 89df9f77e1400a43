package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteAccounts.Account;
import org.mkbackup.domain.port.SiteAccounts.Standing;
import org.mkbackup.domain.site.SiteName;

class RelocatedSiteAccountsTest {
  private static final SiteName SITE = new SiteName("s1");
  @TempDir Path root;
  private SiteAccounts accounts;
  private Account self;

  @BeforeEach
  void makeAccounts() throws IOException {
    accounts =
        new SiteAccountsProvider()
            .create(new Host(root, Context.SYSTEM, "host", Optional.empty(), Optional.empty()));
    self =
        new Account(
            (int) Files.getAttribute(root, "unix:uid"), (int) Files.getAttribute(root, "unix:gid"));
  }

  @Test
  void allSitesBelongToWhoRunsThis() {
    assertEquals(Optional.of(self), accounts.find(SITE));
    assertEquals(self, accounts.create(SITE, OptionalInt.of(1), OptionalInt.of(2)));
  }

  @Test
  void aNameIsTakenWhenThereIsAHome() throws IOException {
    accounts.create(SITE, OptionalInt.empty(), OptionalInt.empty());
    assertEquals(Standing.FREE, accounts.standing(SITE));
    Files.createDirectories(root.resolve("omd/sites/s1"));
    assertNotEquals(Standing.FREE, accounts.standing(SITE));
  }

  @Test
  void leavesTheMountTableAlone() throws IOException {
    Path table = Files.createDirectory(root.resolve("etc")).resolve("fstab");
    Files.writeString(table, "tmpfs /omd/sites/s1/tmp tmpfs user 0 0");
    accounts.addTmpfs(new SiteName("s2"), Optional.of("1G"));
    accounts.removeTmpfs(SITE);
    accounts.unmountTmpfs(SITE);
    accounts.remove(SITE);
    assertEquals("tmpfs /omd/sites/s1/tmp tmpfs user 0 0", Files.readString(table));
  }

  @Test
  void refusesASizeThatIsNoneAllTheSame() {
    assertThrows(SiteException.class, () -> accounts.addTmpfs(SITE, Optional.of("1G,suid")));
  }
}
