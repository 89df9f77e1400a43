package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplianceBackupIT {
  @TempDir Path temp;
  private ApplianceRoot cma;

  @BeforeEach
  void anAppliance() throws IOException {
    cma = ApplianceRoot.in(temp);
  }

  @Test
  void aBackupHasTheSystemItsDataAndItsSites() throws IOException, InterruptedException {
    String id = cma.backUp();

    assertTrue(id.startsWith("Check_MK_Appliance-") && id.endsWith("-all-complete"), id);
    assertEquals(
        Set.of(
            "mkbackup.info",
            "system.tar.gz",
            "system.members.gz",
            "system-data.tar.gz",
            "system-data.members.gz",
            "site-heute.tar.gz",
            "site-heute.members.gz",
            "site-morgen.tar.gz",
            "site-morgen.members.gz"),
        files());
    List<String> system = Tools.members(temp, cma.backup().resolve("system.tar.gz"));
    assertTrue(system.contains("rw/etc/network"), system.toString());
    assertFalse(system.contains("rw/mnt/auto/share/file"), system.toString());
    List<String> data = Tools.members(temp, cma.backup().resolve("system-data.tar.gz"));
    assertTrue(data.contains("omd/apache/heute.conf"), data.toString());
    assertFalse(data.stream().anyMatch(name -> name.startsWith("omd/sites/h")), data.toString());
    Json manifest = Json.read(cma.backup().resolve("mkbackup.info"));
    assertEquals("Appliance", manifest.string("type"));
    assertEquals("1.7.5", manifest.string("cma_version"));
    assertTrue(cma.root().isRunning("heute"));
    assertFalse(Json.read(cma.path("var/lib/mkbackup/all.state")).isFailure());
    Program.Result verified = cma.program().mkbackup("verify", "nas", id, "--deep");
    assertEquals(0, verified.exit(), verified::toString);
    Program.Result listed = cma.program().mkbackup("ls", "nas", id, "*network");
    assertTrue(listed.out().lines().anyMatch("rw/etc/network"::equals), listed::toString);
  }

  @Test
  void theSitesCanBeLeftOut() throws IOException {
    cma.backUp("--without-sites");

    assertEquals(
        Set.of(
            "mkbackup.info",
            "system.tar.gz",
            "system.members.gz",
            "system-data.tar.gz",
            "system-data.members.gz"),
        files());
  }

  @Test
  void theListTellsTheFirmware() throws IOException {
    String id = cma.backUp("--without-sites");

    String list = cma.program().mkbackup("list", "nas").out();

    assertTrue(list.contains(id), list);
    assertTrue(list.contains("Appliance"), list);
    assertTrue(list.contains("(Firmware: 1.7.5)"), list);
  }

  @Test
  void elsewhereThanOnAnApplianceRootIsTold() throws IOException {
    Files.delete(cma.path("etc/cma/cma.conf"));

    for (String[] words :
        List.of(new String[] {"backup", "all"}, new String[] {"restore", "nas", "any"})) {
      Program.Result result = cma.program().mkbackup(words);

      assertEquals(3, result.exit(), result.toString());
      assertTrue(
          result.onlyErrorLine().startsWith("This is no Checkmk Appliance"), result.toString());
    }
  }

  @Test
  void aTargetInWhatIsBackedUpIsRefused() throws IOException {
    String configuration = Files.readString(cma.path("etc/cma/backup.conf"));
    Files.createDirectories(cma.path("rw/backups"));
    cma.write(
        "etc/cma/backup.conf",
        configuration.replace(cma.target().toString(), cma.path("rw/backups").toString()));

    Program.Result result = cma.program().mkbackup("backup", "all");

    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.err().contains(cma.path("rw/backups").toString()), result.toString());
  }

  private Set<String> files() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(cma.backup())) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }
}
