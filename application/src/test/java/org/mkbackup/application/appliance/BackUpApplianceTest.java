package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.port.RunLock;

class BackUpApplianceTest {
  private static final String LOCKS = "run/lock/mkbackup/";

  @TempDir Path root;
  private VirtualAppliance cma;

  @BeforeEach
  void twoSites() throws IOException {
    cma = new VirtualAppliance(root);
    cma.addSite("heute");
    cma.addSite("morgen");
  }

  @Test
  void archivesTheConfigurationTheDataAndEachSite() {
    cma.backUp(false);

    assertEquals(
        List.of("system.tar", "system-data.tar", "site-heute.tar", "site-morgen.tar"), archives());
    assertEquals(
        new BackupManifest.Appliance("1.7.5", Optional.empty()), cma.manifests.last().origin());
    assertEquals("Check_MK_Appliance-cma-all-complete", cma.backup().value());
  }

  @Test
  void replacesTheBackupBefore() {
    cma.backUp(true);
    cma.backUp(false);

    assertEquals(1, cma.store.list().size());
    assertEquals("Check_MK_Appliance-cma-all-complete", cma.backup().value());
    assertEquals(4, archives().size());
  }

  @Test
  void keepsAsManyAsAreToBeKeptEachUnderASecondOfItsOwn() {
    cma.retention = new RetentionPolicy(3, 0, 0, 0, 0, Period.ZERO);
    for (int i = 0; i < 3; i++) {
      cma.backUp(true);
    }

    assertEquals(
        List.of(
            "Check_MK_Appliance-cma-all-19700101T000000Z",
            "Check_MK_Appliance-cma-all-19700101T000001Z",
            "Check_MK_Appliance-cma-all-complete"),
        cma.store.list().stream().map(BackupId::value).sorted().toList());
  }

  @Test
  void leavesTheSitesOutWhereTheCommandSaysSo() {
    cma.backUp(true);

    assertEquals(List.of("system.tar", "system-data.tar"), archives());
  }

  @Test
  void leavesTheSitesOutWhereTheJobSaysSo() {
    cma.configure(true);

    cma.backUp(false);

    assertEquals(List.of("system.tar", "system-data.tar"), archives());
  }

  @Test
  void anInactiveNodeHasItsConfigurationOnly() {
    cma.appliance.setCluster(Optional.of(new Cluster("other", true)));

    cma.backUp(false);

    assertEquals(List.of("system.tar"), archives());
    assertEquals(
        new BackupManifest.Appliance("1.7.5", Optional.of(new Cluster("other", true))),
        cma.manifests.last().origin());
  }

  @Test
  void holdsItsOwnLockAndThatOfEachSite() {
    Set<Path> expected =
        Set.of(lock("mkbackup.lock"), lock("mkbackup-heute.lock"), lock("mkbackup-morgen.lock"));
    cma.archiver.whilePacking(() -> assertEquals(expected, cma.locks.held()));

    cma.backUp(false);

    assertEquals(Set.of(), cma.locks.held());
  }

  @Test
  void writesNothingWhileARunIsAtWorkInOneOfTheSites() {
    try (RunLock.Held other = cma.locks.take(lock("mkbackup-morgen.lock"), 0660)) {
      assertThrows(BusyException.class, () -> cma.backUp(false));
      assertEquals(Set.of(lock("mkbackup-morgen.lock")), cma.locks.held());
    }
    assertEquals(List.of(), cma.store.list());
  }

  @Test
  void aSiteThatIsTooOldIsStoppedAndStartedAgain() throws IOException {
    cma.control.run(cma.addSite("gestern", "1.2.8p5.cre"));

    cma.backUp(false);

    assertEquals(List.of("pack rw", "pack omd", "stop gestern", "start gestern"), cma.calls.made());
  }

  @Test
  void aSiteThatIsTooOldIsStartedAgainWhateverHappens() throws IOException {
    cma.control.run(cma.addSite("gestern", "1.2.8p5.cre"));
    cma.archiver.whilePacking(() -> cma.home("gestern").resolve("tmp/run").toFile().mkdirs());
    RunLock.Held busy = cma.locks.take(cma.home("gestern").resolve("tmp/run/backup.lock"), 0600);

    assertThrows(BusyException.class, () -> cma.backUp(false));

    busy.close();
    assertEquals(List.of("pack rw", "pack omd", "stop gestern", "start gestern"), cma.calls.made());
  }

  @Test
  void aBrokenSiteIsLeftOutAndTold() throws IOException {
    Files.createDirectories(cma.home("bad"));

    cma.backUp(false);

    assertEquals(
        List.of("system.tar", "system-data.tar", "site-heute.tar", "site-morgen.tar"), archives());
    assertTrue(
        cma.lines.said.stream()
            .anyMatch(line -> line.startsWith("WARNING: Site bad is NOT IN THIS BACKUP: ")),
        cma.lines.said.toString());
  }

  @Test
  void theLastBackupOfASiteIsNotReplacedByOneWithoutIt() throws IOException {
    cma.backUp(false);
    Files.delete(cma.home("morgen").resolve("version"));

    SiteException failure = assertThrows(SiteException.class, () -> cma.backUp(false));

    assertTrue(failure.getMessage().contains("still has site morgen"), failure.getMessage());
    assertTrue(archives().contains("site-morgen.tar"));
  }

  @Test
  void aFailureLeavesNoBackupAndNoLock() {
    cma.calls.failAt("pack omd");

    assertThrows(ApplianceException.class, () -> cma.backUp(false));

    assertEquals(List.of(), cma.store.list());
    assertEquals(Set.of(), cma.locks.held());
  }

  @Test
  void elsewhereThanOnAnApplianceNothingIsTouched() {
    cma.appliance.setFirmware("");

    assertThrows(UsageException.class, () -> cma.backUp(false));

    assertTrue(cma.journal.written(root.resolve("var/lib/mkbackup/all.state")).isEmpty());
  }

  private List<String> archives() {
    return cma.manifests.last().files().stream().map(StoredArchive::name).toList();
  }

  private Path lock(String name) {
    return root.resolve(LOCKS + name);
  }
}
