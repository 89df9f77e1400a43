package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.site.SiteName;

/** Each step of a restore fails once, and then the restore is called again. */
class RestoreApplianceFailuresTest {
  private static final Optional<Cluster> ACTIVE = Optional.of(new Cluster("other", false));

  @TempDir Path temp;
  private int roots;

  /** A backup of an appliance that stood alone, which is now alone or a node of a cluster. */
  private VirtualAppliance backedUp(boolean inClusterNow) throws IOException {
    VirtualAppliance cma = new VirtualAppliance(temp.resolve("root" + roots++));
    cma.control.run(cma.addSite("heute"));
    cma.addSite("morgen");
    cma.backUp(false);
    Files.writeString(cma.home("heute").resolve("etc/file"), "changed");
    Files.writeString(cma.home("morgen").resolve("etc/file"), "changed");
    cma.appliance.setCluster(inClusterNow ? ACTIVE : Optional.empty());
    cma.calls.clear();
    return cma;
  }

  private Set<String> steps(boolean inClusterNow) throws IOException {
    VirtualAppliance good = backedUp(inClusterNow);
    good.restore(true);
    Set<String> steps = new LinkedHashSet<>(good.calls.made());
    // These are warnings.
    steps.removeIf(step -> step.startsWith("stop ") || step.startsWith("capabilities "));
    return steps;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whateverFailsTheSameCommandFinishesTheWork(boolean inClusterNow) throws IOException {
    for (String step : steps(inClusterNow)) {
      VirtualAppliance cma = backedUp(inClusterNow);
      cma.calls.failAt(step);
      assertThrows(ApplianceException.class, () -> cma.restore(true), step);
      boolean wiped = cma.calls.made().contains("mirror ALONE") && !step.equals("mirror ALONE");
      cma.calls.failNoMore();
      cma.calls.clear();
      if (cma.archiver.restored().stream().anyMatch(tree -> tree.name().equals("rw"))) {
        // Its configuration doesn't tell any more that it was a node of a cluster.
        cma.appliance.setCluster(Optional.empty());
      }

      cma.restore(true);

      List<String> calls = cma.calls.made();
      assertEquals("of heute", Files.readString(cma.home("heute").resolve("etc/file")), step);
      assertEquals("of morgen", Files.readString(cma.home("morgen").resolve("etc/file")), step);
      assertEquals("reboot", calls.get(calls.size() - 1), step);
      assertEquals(inClusterNow && !wiped, calls.contains("mirror ALONE"), step + calls);
      assertFalse(Files.exists(cma.root().resolve("var/lib/mkbackup/restore.state.cluster")), step);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whateverFailsASiteThatRanRunsAgain(boolean inClusterNow) throws IOException {
    Set<String> steps = steps(inClusterNow);
    // What fails before doesn't stop it, and what comes after all is done is no failure of a step.
    steps.removeAll(Set.of("check rw", "check omd", "cluster stop", "reboot"));
    if (inClusterNow) {
      steps.remove("mount data"); // without its volume a site can't be started
    }
    for (String step : steps) {
      VirtualAppliance cma = backedUp(inClusterNow);
      cma.calls.failAt(step);

      assertThrows(ApplianceException.class, () -> cma.restore(true), step);

      assertTrue(cma.calls.made().contains("start heute"), step + cma.calls.made());
      assertEquals(Set.of(), cma.locks.held(), step);
    }
  }

  @Test
  void whatWasReplacedAndWhatWasNotIsTold() throws IOException {
    assertTold("free tmp of heute", "WARNING: Nothing was replaced");
    String target =
        ". Set up the target and its mount again if the restored configuration lacks them";
    assertTold(
        "restore rw",
        "WARNING: Replaced: nothing; half replaced: the system's configuration; not replaced: the"
            + " data volume, site heute, site morgen. The same command, run again, finishes the"
            + " restore"
            + target);
    assertTold(
        "mount data",
        "WARNING: Replaced: the system's configuration; half replaced: nothing; not replaced: the"
            + " data volume, site heute, site morgen. The same command, run again, finishes the"
            + " restore"
            + target);
    assertTold(
        "hooks of morgen",
        "WARNING: Replaced: the system's configuration, the data volume, site heute; half replaced:"
            + " nothing; not replaced: site morgen. The same command, run again, finishes the"
            + " restore"
            + target);
  }

  private void assertTold(String step, String line) throws IOException {
    VirtualAppliance cma = backedUp(false);
    cma.calls.failAt(step);

    assertThrows(ApplianceException.class, () -> cma.restore(true));

    assertTrue(cma.lines.said.contains(line), cma.lines.said.toString());
  }

  @Test
  void theClustersManagerRunsAgainIfNothingWasReplaced() throws IOException {
    VirtualAppliance untouched = backedUp(true);
    untouched.calls.failAt("free tmp of heute");
    assertThrows(ApplianceException.class, () -> untouched.restore(true));
    assertTrue(untouched.calls.made().contains("cluster start"));
    assertFalse(Files.exists(mark(untouched)));

    VirtualAppliance touched = backedUp(true);
    touched.calls.failAt("restore rw");
    assertThrows(ApplianceException.class, () -> touched.restore(true));
    assertFalse(touched.calls.made().contains("cluster start"));
    touched.calls.failAt("free tmp of heute");
    assertThrows(ApplianceException.class, () -> touched.restore(true));
    assertFalse(touched.calls.made().contains("cluster start"), "half replaced by the first one");
    assertTrue(Files.exists(mark(touched)));
    assertTrue(
        touched.lines.said.stream().anyMatch(line -> line.contains(mark(touched).toString())));
  }

  private static Path mark(VirtualAppliance cma) {
    return cma.root().resolve("var/lib/mkbackup/restore.state.cluster");
  }

  @Test
  void aSiteThatRanAndCanNotBeStartedIsNamed() throws IOException {
    VirtualAppliance cma = backedUp(true);
    cma.calls.failAt("mount data");

    assertThrows(ApplianceException.class, () -> cma.restore(true));

    String home = cma.home("heute").toString();
    assertTrue(
        cma.lines.said.contains(
            "WARNING: Site heute had run, and is not started: " + home + " is not there"),
        cma.lines.said.toString());
  }

  @Test
  void aVolumeThatTheFirstRestoreLeftUnmountedIsLookedAtWhenItIsMounted() throws IOException {
    VirtualAppliance cma = backedUp(true);
    cma.control.run(cma.addSite("other", "2.2.0p9.cre"));
    cma.calls.failAt("mount data");
    assertThrows(ApplianceException.class, () -> cma.restore(false));
    cma.calls.failNoMore();
    cma.calls.clear();
    cma.lines.said.clear();
    cma.appliance.setCluster(Optional.empty());
    cma.control.run(new SiteName("other"));
    cma.archiver.whileRestoring(
        "omd",
        () ->
            assertTrue(
                cma.locks.held().stream().anyMatch(lock -> lock.endsWith("mkbackup-other.lock"))));

    cma.restore(false);

    List<String> calls = cma.calls.made();
    assertTrue(calls.indexOf("stop other") > calls.indexOf("mount data"), calls.toString());
    assertTrue(calls.indexOf("stop other") < calls.indexOf("restore omd"), calls.toString());
    assertEquals("start other", calls.get(calls.size() - 1));
    SystemTree data = cma.archiver.restored().get(2);
    assertTrue(data.kept().matches("versions/2.2.0p9.cre/bin/omd"));
    assertTrue(
        cma.lines.said.toString().contains("WARNING: Site other is not in the backup"),
        cma.lines.said.toString());
    assertEquals(Set.of(), cma.locks.held());
  }
}
