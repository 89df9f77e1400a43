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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** What is said of scripts in particular. */
class ScriptHooksTest {
  @TempDir Path temp;
  private Path scripts;
  private SiteTree site;
  private final RunLogLines log = new RunLogLines();

  @BeforeEach
  void makeSite() throws IOException {
    scripts = Files.createDirectory(temp.resolve("scripts"));
    site = new SiteTree(new SiteName("heute"), Files.createDirectory(temp.resolve("heute")));
  }

  @Test
  void logsBothOutputsOfAScriptInTheirOrder() throws IOException {
    script("01_first", "echo first; echo problem >&2; echo last");

    run();

    assertEquals(List.of("Running 01_first", "first", "problem", "last"), log.all());
  }

  @Test
  void runsScriptsInTheSitesHome() throws IOException {
    script("where", "pwd");

    run();

    assertEquals(List.of("Running where", site.home().toString()), log.all());
  }

  @Test
  void doesNotWaitForWhatAScriptLeavesInTheBackground() throws IOException {
    script("01_starts", "sleep 20 & echo started");

    assertTimeout(Duration.ofSeconds(10), this::run);
    assertEquals(List.of("Running 01_starts", "started"), log.all());
  }

  @Test
  void endsAScriptThatTakesTooLongWithAllThatItStarted() throws IOException {
    Path child = temp.resolve("child");
    script("01_waits", "sleep 1000 & echo $! >" + child + "; wait");
    script("02_never", "echo never said");
    ScriptHooks impatient = new ScriptHooks(Duration.ofSeconds(1));

    SiteException failure =
        assertThrows(SiteException.class, () -> impatient.run(site, scripts, Map.of(), log));
    assertTrue(failure.what().endsWith("01_waits did not end within 1 s, and was ended"));
    assertEquals(List.of("Running 01_waits"), log.all());
    ProcessHandle.of(Long.parseLong(Files.readString(child).strip()))
        .ifPresent(left -> left.onExit().orTimeout(1, TimeUnit.MINUTES).join());
  }

  private void run() {
    new ScriptHooks(ScriptHooks.LIMIT).run(site, scripts, Map.of(), log);
  }

  private void script(String name, String body) throws IOException {
    Path script = Files.writeString(scripts.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
