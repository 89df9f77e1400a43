package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;

/** Mounts of all kinds at a site's {@code tmp}, in a private root. */
class UnmountCases {
  private static final SiteName SITE = new SiteName("s1");
  private Machine machine;

  /** Run as the site's user. */
  static final class AsSite {
    private AsSite() {}

    public static void main(String[] arguments) {
      Machine.siteAccounts().unmountTmpfs(SITE);
    }
  }

  @BeforeEach
  void enter() throws IOException {
    machine = new Machine();
    machine.accounts.create(SITE, OptionalInt.empty(), OptionalInt.empty());
  }

  @AfterEach
  void leave() throws IOException {
    machine.close();
  }

  @Test
  void whatTheSiteMountedLeavesNoRecordOfTheMount() throws IOException {
    Path tmp = machine.mountTmpfs(SITE);
    Path records = Path.of("/run/mount/utab");
    assertTrue(Files.readString(records).contains(tmp.toString()));
    machine.accounts.unmountTmpfs(SITE);
    assertFalse(Files.readString(records).contains(tmp.toString()));
  }

  @Test
  void whatRootMountedIsUnmountedByRoot() throws IOException {
    Path tmp = machine.makeHome(SITE);
    Machine.run("mount", "-t", "tmpfs", "none", tmp.toString());
    machine.accounts.unmountTmpfs(SITE);
    assertFalse(Machine.isMounted(tmp));
  }

  @Test
  void allLayersAreUnmounted() throws IOException {
    Path tmp = machine.mountTmpfs(SITE);
    Machine.run("mount", "-t", "tmpfs", "none", tmp.toString());
    Machine.run("mount", "-t", "tmpfs", "none", tmp.toString());
    machine.accounts.unmountTmpfs(SITE);
    assertFalse(Machine.isMounted(tmp));
  }

  @Test
  void namesWhoUsesIt() throws Exception {
    Path tmp = machine.mountTmpfs(SITE);
    Process user = new ProcessBuilder("sleep", "1000").directory(tmp.toFile()).start();
    try {
      SiteException failure =
          assertThrows(SiteException.class, () -> machine.accounts.unmountTmpfs(SITE));
      assertTrue(
          failure.what().endsWith("in use by process " + user.pid() + " (sleep)"), failure::what);
    } finally {
      user.destroyForcibly().waitFor();
    }
  }

  @Test
  void theSitesOwnUserUnmountsItToo() throws IOException {
    Path tmp = machine.mountTmpfs(SITE);
    String classpath = System.getProperty("java.class.path");
    openTheWayTo(classpath);
    Machine.runAs(
        SITE,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-cp",
        classpath,
        AsSite.class.getName());
    assertFalse(Machine.isMounted(tmp));
  }

  @Test
  void isFoundWhereOmdIsALink() throws IOException {
    Machine.run("sh", "-c", "umount /omd && rmdir /omd && mkdir -p /opt/omd/sites");
    Files.createSymbolicLink(Path.of("/omd"), Path.of("/opt/omd"));
    try {
      machine.mountTmpfs(SITE);
      Path real = Path.of("/opt/omd/sites/s1/tmp");
      assertTrue(Machine.isMounted(real));
      assertTrue(Files.readString(Machine.FSTAB).contains("tmpfs  /opt/omd/sites/s1/tmp tmpfs "));
      machine.accounts.unmountTmpfs(SITE);
      assertFalse(Machine.isMounted(real));
      machine.accounts.removeTmpfs(SITE);
      assertFalse(Files.readString(Machine.FSTAB).contains("s1"));
    } finally {
      Machine.run("sh", "-c", "rm /omd && mkdir /omd && mount -t tmpfs none /omd");
    }
  }

  @Test
  void theLineIsOneThatMountTakes() throws IOException {
    Path tmp = machine.makeHome(SITE);
    machine.accounts.addTmpfs(SITE, Optional.of("3M"));
    Machine.runAs(SITE, "mount", tmp.toString());
    assertEquals(
        "s1 s1 751 3.0M\n",
        Machine.run(
            "sh",
            "-c",
            "stat -c '%U %G %a' /omd/sites/s1/tmp | tr '\\n' ' ';"
                + " df -h --output=size /omd/sites/s1/tmp | tail -1 | tr -d ' '"));
  }

  private static void openTheWayTo(String classpath) throws IOException {
    for (String entry : classpath.split(File.pathSeparator, -1)) {
      for (Path at = Path.of(entry).getParent(); at != null; at = at.getParent()) {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(at);
        if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
          Files.setPosixFilePermissions(at, mode);
        }
      }
    }
  }
}
