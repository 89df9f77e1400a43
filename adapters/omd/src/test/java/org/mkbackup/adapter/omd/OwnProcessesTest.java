package org.mkbackup.adapter.omd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.site.SiteName;

/** A site's user who ends the processes of the own site, out of a shell and with a pipe. */
class OwnProcessesTest {
  private static final int UID = 764_303;
  private static final String CLASSES =
      classesOf(OwnSiteKiller.class, Spared.class, SiteName.class);

  private final Orphans orphans = new Orphans();

  @BeforeEach
  void requireRoot() throws IOException {
    Orphans.requireRoot();
    for (String place : CLASSES.split(File.pathSeparator, -1)) {
      Assumptions.assumeTrue(
          run("test", "-r", place).exitCode() == 0,
          "Left out, other users can't read " + place + ": a site's user who ends the own site");
    }
  }

  @AfterEach
  void killOrphans() {
    orphans.close();
  }

  @Test
  void keepsTheShellThatRunsItAndWhatFeedsIt() throws IOException {
    ProcessHandle left = orphans.of(UID, "sleep", "1000");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    Ended ended =
        run(
            "sh",
            "-c",
            "{ \"$@\"; echo fed; } | { \"$@\" && cat; }; echo survived",
            "sh",
            java,
            "-Xmx32m",
            "-cp",
            CLASSES,
            OwnSiteKiller.class.getName(),
            "" + UID);

    assertEquals("fed\nsurvived\n", ended.output());
    assertFalse(Orphans.isAlive(left));
  }

  private record Ended(int exitCode, String output) {}

  private static Ended run(String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of("setsid", "--wait", "setpriv"));
    line.addAll(List.of("--reuid=" + UID, "--clear-groups"));
    line.addAll(List.of(command));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.onExit().join().exitValue(), output);
  }

  private static String classesOf(Class<?>... classes) {
    List<String> places = new ArrayList<>();
    for (Class<?> each : classes) {
      places.add(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().getPath()).toString());
    }
    return String.join(File.pathSeparator, places);
  }
}
