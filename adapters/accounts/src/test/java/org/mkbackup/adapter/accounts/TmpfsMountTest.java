package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts.Account;
import org.mkbackup.domain.site.SiteName;

class TmpfsMountTest {
  private static final SiteName SITE = new SiteName("s1");
  @TempDir Path directory;
  private final ScriptedCommands commands = new ScriptedCommands();

  @Test
  void nothingIsRunWhereNothingIsMounted() throws IOException {
    unmount("27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n");
    assertEquals(0, commands.changes.size());
  }

  @Test
  void endsWhenSomethingIsMountedAgainAndAgain() {
    String always = "30 27 0:30 / " + tmp() + " rw - tmpfs tmpfs rw\n";
    SiteException failure = assertThrows(SiteException.class, () -> unmount(always));
    assertTrue(failure.what().endsWith("again and again"), failure::what);
    assertEquals(8, commands.changes.size());
    assertTrue(commands.changes.get(0).endsWith("umount|--|" + tmp()), commands.changes.get(0));
  }

  private Path tmp() {
    return directory.resolve("tmp");
  }

  private void unmount(String mountinfo) throws IOException {
    Path file = Files.writeString(directory.resolve("mountinfo"), mountinfo);
    new TmpfsMount(commands, new MountedFileSystems(file), new OpenFiles(directory))
        .unmount(SITE, new TmpPath(tmp(), tmp()), Optional.of(new Account(4711, 4712)));
  }
}
