package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** Real processes die of a real SIGKILL, wherever they happen to be. */
class SigKillTest {
  private static final int KILLS = 13;
  private static final int STEPS = 400;

  @TempDir Path sites;

  @ParameterizedTest
  @ValueSource(strings = {"whole", "entries"})
  void aKilledProcessLeavesOneTreeAfterRecovery(String id) throws Exception {
    SiteTree site = ExampleSite.in(sites.toRealPath());
    Files.createDirectory(site.home());
    RestlessSwapper.fill(site.home(), 0);
    Random random = new Random(id.hashCode());
    for (int kill = 1; kill <= KILLS; kill++) {
      killAfter(1 + random.nextInt(STEPS), id, kill * 10_000);
      SiteHome home = RestlessSwapper.home(id, new UnixDisk(new LinuxCalls()));
      home.recover(site, RunLog.silent());

      Map<String, String> contents = RestlessSwapper.contents(site.home());
      assertEquals(1, Set.copyOf(contents.values()).size(), contents::toString);
      assertFalse(home.isHalfDone(site));
      assertEquals(List.of("heute"), List.copyOf(Names.in(sites)));
    }
  }

  private void killAfter(int steps, String id, int round) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RestlessSwapper.class.getName(),
                id,
                sites.toRealPath().toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals(steps, process.getInputStream().readNBytes(steps).length, "it ended by itself");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
