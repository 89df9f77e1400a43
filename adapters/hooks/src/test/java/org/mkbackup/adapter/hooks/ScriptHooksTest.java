package org.mkbackup.adapter.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class ScriptHooksTest {
  @TempDir Path temp;
  private Path scripts;
  private SiteTree site;
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void makeSite() throws IOException {
    scripts = Files.createDirectory(temp.resolve("scripts"));
    site = new SiteTree(new SiteName("heute"), Files.createDirectory(temp.resolve("heute")));
  }

  @Test
  void runsScriptsSortedByNameAndLogsWhatTheySay() throws IOException {
    script("02_second", "echo second");
    script("01_first", "echo first; echo problem >&2");

    run();

    assertEquals(
        List.of("Running 01_first", "first", "problem", "Running 02_second", "second"), lines);
  }

  @Test
  void givesScriptsTheSitesEnvironmentAndItsHome() throws IOException {
    script("env", "echo $OMD_SITE $OMD_ROOT $OLD_OMD_SITE; pwd");

    run();

    assertTrue(lines.contains("heute " + site.home() + " gestern"), lines.toString());
    assertTrue(lines.contains(site.home().toString()), lines.toString());
  }

  @Test
  void aScriptThatFailsIsNamedAndEndsTheRun() throws IOException {
    script("01_bad", "echo no luck; exit 7");
    script("02_never", "echo never");

    SiteException failure = assertThrows(SiteException.class, this::run);

    assertTrue(failure.getMessage().contains("01_bad failed with exit code 7: no luck"));
    assertEquals(List.of("Running 01_bad", "no luck"), lines);
  }

  @Test
  void passesOverWhatIsNotExecutable() throws IOException {
    Files.writeString(scripts.resolve("README"), "not a script");

    run();

    assertEquals(List.of(), lines);
  }

  @Test
  void aStopEndsAScriptThatIsAtWork() throws IOException {
    script("01_long", "echo stop; sleep 20");

    assertTimeout(Duration.ofSeconds(10), () -> assertThrows(StoppedException.class, this::run));
    assertTrue(Thread.interrupted());
  }

  @Test
  void doesNotWaitForWhatAScriptLeavesInTheBackground() throws IOException {
    script("01_starts", "sleep 20 & echo started");

    assertTimeout(Duration.ofSeconds(10), this::run);
    assertEquals(List.of("Running 01_starts", "started"), lines);
  }

  @Test
  void aMissingDirectoryHoldsNoHooks() {
    new ScriptHooks().run(site, temp.resolve("missing"), Map.of(), log());

    assertEquals(List.of(), lines);
  }

  private void run() {
    new ScriptHooks().run(site, scripts, Map.of("OLD_OMD_SITE", "gestern"), log());
  }

  private void script(String name, String body) throws IOException {
    Path script = Files.writeString(scripts.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private RunLog log() {
    return new RunLog() {
      @Override
      public void info(String line) {
        lines.add(line);
        if (line.equals("stop")) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void warn(String line) {
        lines.add("WARNING " + line);
      }

      @Override
      public void verbose(String line) {}
    };
  }
}
