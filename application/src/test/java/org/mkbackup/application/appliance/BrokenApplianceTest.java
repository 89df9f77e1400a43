package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.site.SiteName;

/** What is broken doesn't stop the restore that repairs it. */
class BrokenApplianceTest {
  private static final SiteName HEUTE = new SiteName("heute");

  @TempDir Path root;
  private VirtualAppliance cma;

  @BeforeEach
  void aSiteThatRanAndWasBackedUp() throws IOException {
    cma = new VirtualAppliance(root);
    cma.control.run(cma.addSite("heute"));
    cma.backUp(false);
    Files.writeString(cma.home("heute").resolve("etc/file"), "changed");
    cma.calls.clear();
  }

  private void assertWarned(String what) {
    assertTrue(
        cma.lines.said.stream()
            .anyMatch(line -> line.startsWith("WARNING: ") && line.contains(what)),
        cma.lines.said.toString());
  }

  @Test
  void aSiteThatCanNotBeStoppedIsEnded() throws IOException {
    cma.calls.failAt("stop heute");

    cma.restore(true);

    assertWarned("stop heute fails");
    assertTrue(cma.control.killed.contains(HEUTE));
    assertTrue(cma.calls.made().contains("free tmp of heute"));
    assertEquals("of heute", Files.readString(cma.home("heute").resolve("etc/file")));
  }

  @Test
  void aSiteThatCouldNotBeStoppedHadRun() {
    cma.control.whenKilled(() -> cma.calls.failAt("restore rw"));
    cma.calls.failAt("stop heute");

    assertThrows(ApplianceException.class, () -> cma.restore(true));

    assertTrue(cma.calls.made().contains("start heute"), cma.calls.made().toString());
  }

  @Test
  void aVersionThatCanNotSetCapabilitiesIsAWarning() throws IOException {
    cma.calls.failAt("capabilities " + VirtualAppliance.VERSION);

    cma.restore(true);

    assertWarned("capabilities " + VirtualAppliance.VERSION + " fails");
    assertEquals("of heute", Files.readString(cma.home("heute").resolve("etc/file")));
  }

  @Test
  void aSiteThatCanNotBeAskedIsEnded() throws IOException {
    cma.control.breakOmd(cma.addSite("other"));

    cma.restore(true);

    assertWarned("The omd of site other is broken");
    assertTrue(cma.control.killed.contains(new SiteName("other")));
  }
}
