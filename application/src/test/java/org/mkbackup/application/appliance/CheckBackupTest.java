package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.failure.MkbackupException;

/** What is found before anything is changed. */
class CheckBackupTest {
  @TempDir Path root;
  private VirtualAppliance cma;

  @BeforeEach
  void anApplianceWithASite() throws IOException {
    cma = new VirtualAppliance(root);
    cma.control.run(cma.addSite("heute"));
  }

  private void assertRefused(String why) {
    cma.calls.clear();
    MkbackupException failure = assertThrows(MkbackupException.class, () -> cma.restore(true), why);
    assertTrue(failure.getMessage().contains(why), failure.getMessage());
    assertTrue(
        cma.calls.made().stream().allMatch(call -> call.startsWith("check ")),
        cma.calls.made().toString());
  }

  @Test
  void anotherFirmware() {
    cma.backUp(false);
    cma.appliance.setFirmware("1.6.8");

    assertRefused("The backup is of firmware 1.7.5, but this appliance has 1.6.8");
  }

  @Test
  void aDamagedArchiveOfTheSystem() {
    cma.backUp(false);
    cma.store.put(cma.backup() + "/system-data.tar", "odm".getBytes(StandardCharsets.UTF_8));

    assertRefused("system-data.tar has another SHA-256 digest");
  }

  @Test
  void anArchiveOfASiteThatWasCutOff() {
    cma.backUp(false);
    cma.store.put(cma.backup() + "/site-heute.tar", new byte[10]);

    assertRefused("site-heute.tar has 10 bytes");
  }

  @Test
  void aVersionThatIsNeitherInstalledNorInTheBackup() throws IOException {
    cma.addSite("morgen", "2.4.0.cee");
    cma.backUp(false);

    assertRefused("2.4.0.cee");
    Files.createDirectories(root.resolve("omd/versions/2.4.0.cee"));
    cma.restore(true);
  }

  @Test
  void aVersionInTheBackupIsEnough() throws IOException {
    cma.addSite("morgen", "2.4.0.cee");
    cma.archiver.addVersion("2.4.0.cee");
    cma.backUp(false);

    Files.createDirectories(root.resolve("omd/versions/2.4.0.cee"));
    cma.restore(true);

    assertTrue(cma.calls.made().contains("reboot"));
  }

  @Test
  void noRoom() {
    cma.backUp(false);
    cma.archiver.setContentBytes(Long.MAX_VALUE / 2);

    assertRefused("There is no room for " + root.resolve("rw"));
  }

  @Test
  void sitesWhereTheInactiveNodeHasNone() throws IOException {
    cma.appliance.setCluster(Optional.of(new Cluster("other", true)));
    cma.backUp(false);

    assertRefused("this appliance has: heute");
  }

  @Test
  void aVersionThatTheBackupHasBecomesWhatItSays() throws IOException {
    cma.backUp(false);
    cma.addSite("other");

    cma.restore(false);

    SystemTree data = cma.archiver.restored().get(1);
    assertFalse(data.kept().matches("versions/" + VirtualAppliance.VERSION + "/bin/omd"));
  }

  @Test
  void aSiteThatIsNotInTheBackupStaysWithItsVersionAndIsTold() throws IOException {
    cma.backUp(false);
    cma.addSite("other", "2.2.0p9.cre");

    cma.restore(false);

    assertEquals("of other", Files.readString(cma.home("other").resolve("etc/file")));
    assertTrue(cma.archiver.restored().get(1).kept().matches("versions/2.2.0p9.cre/bin/omd"));
    List<String> warnings =
        cma.lines.said.stream().filter(line -> line.startsWith("WARNING")).toList();
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("Site other is not in the backup"), warnings.toString());
  }
}
