package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a passphrase and a private key must not be, while a run is at work and afterwards. */
class SecretsIT {
  private static final String PASSPHRASE = "correct horse battery";
  private static final String OPENED = "BEGIN PRIVATE KEY";

  /** What another user, and a program that is called, could read at this moment. */
  private static final String SPY =
      """
      #!/bin/sh
      cat /proc/[0-9]*/cmdline >>"%1$s/cmdlines" 2>/dev/null
      env >>"%1$s/environments"
      ulimit -Hc >>"%1$s/cores"
      grep -rlaF -f "%1$s/secrets" "%1$s/root" "%1$s/nas" >>"%1$s/files" 2>/dev/null
      echo "$0" >>"%1$s/spied"
      """;

  @TempDir Path temp;
  private JobRoot jobs;
  private Program program;

  @BeforeEach
  void aSealedBackupAmongSpies() throws IOException {
    jobs = JobRoot.in(temp);
    program = jobs.program().with("MKBACKUP_PASSPHRASE", PASSPHRASE);
    Files.writeString(temp.resolve("secrets"), PASSPHRASE + "\n" + OPENED + "\n");
    Path omd = jobs.root().version().resolve("bin/omd");
    Files.writeString(omd, spy() + Files.readString(omd));
    Path hooks =
        Files.createDirectories(jobs.root().version().resolve("lib/omd/scripts/post-restore"));
    Path hook = Files.writeString(hooks.resolve("01_spy"), spy());
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    String key = program.mkbackup("key", "create", "--alias", "a", "--bits", "2048").out();
    jobs.configure("'path': '" + jobs.target() + "'", "'" + key + "'");
    assertEquals(0, program.mkbackup("backup", "--verbose", "nightly").exit());
  }

  private String spy() {
    return SPY.formatted(temp);
  }

  @Test
  void noProcessNoFileAndNoLogHasThem() throws IOException {
    String id = jobs.backup("nightly").getFileName().toString();

    Program.Result restored = program.mkbackup("restore", "--verbose", "--debug", "nas", id);

    assertEquals(0, restored.exit(), restored.toString());
    List<String> spied = Files.readAllLines(temp.resolve("spied"));
    assertTrue(spied.stream().anyMatch(script -> script.endsWith("01_spy")), spied.toString());
    assertTrue(spied.stream().anyMatch(script -> script.endsWith("omd")), spied.toString());
    assertEquals("", Files.readString(temp.resolve("files")));
    assertEquals(Set.of("0"), Set.copyOf(Files.readAllLines(temp.resolve("cores"))));
    for (String seen : List.of("cmdlines", "environments")) {
      String text = new String(Files.readAllBytes(temp.resolve(seen)), StandardCharsets.ISO_8859_1);
      assertTrue(text.contains("heute"), seen);
      assertNoSecret(text);
    }
    assertNoSecret(restored.toString());
    assertNothingIsStored();
  }

  @Test
  void noOtherCommandHasThemEither() throws IOException {
    String id = jobs.backup("nightly").getFileName().toString();
    Path exported = temp.resolve("exported.pem");
    for (String command :
        List.of(
            "jobs",
            "targets",
            "list nas",
            "status --json",
            "prune nightly --verbose",
            "job list",
            "job show nightly",
            "job edit nightly --title other",
            "target list",
            "target show nas",
            "target check nas",
            "key list",
            "key export a " + exported,
            "key import " + exported + " --alias again --debug",
            "key remove a --force --debug",
            "mount list",
            "restore nas " + id + " --in-place --verbose",
            "restore nas nosuch --debug")) {
      assertNoSecret(program.mkbackup(command.split(" ")).toString());
    }
    assertTrue(Files.readString(exported).contains("ENCRYPTED"));
    assertNoSecret(Files.readString(exported));
    assertNothingIsStored();
  }

  @Test
  void aCrashLeavesNothingToBeRead() throws IOException, InterruptedException {
    Path directory = Files.createDirectory(temp.resolve("cwd"));
    Process run =
        program.builder("omd", "restore", "--kill", "-").directory(directory.toFile()).start();
    // By then it has been told what it runs with, and waits for the archive.
    Path commandLine = Path.of("/proc/" + run.pid() + "/cmdline");
    while (!Files.readString(commandLine, StandardCharsets.ISO_8859_1).contains("Main")) {
      Thread.onSpinWait();
    }
    Path maps = commandLine.resolveSibling("maps");
    while (!Files.readString(maps, StandardCharsets.ISO_8859_1).contains("libnio")) {
      Thread.onSpinWait();
    }
    Tools.run(temp, "kill", "-SEGV", String.valueOf(run.pid()));
    assertTrue(run.waitFor() > 3, "it crashed");
    try (var left = Files.list(directory)) {
      assertEquals(List.of(), left.toList());
    }
    assertNoSecret(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertNoSecret(new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aFailureWithItsStackHasThemNeither() throws IOException {
    String id = jobs.backup("nightly").getFileName().toString();

    Program.Result wrong =
        program
            .with("MKBACKUP_PASSPHRASE", PASSPHRASE + "!")
            .mkbackup("restore", "nas", id, "--debug");

    assertEquals(3, wrong.exit());
    assertTrue(wrong.err().contains("\tat org.mkbackup."), wrong.err());
    assertNoSecret(wrong.toString());
    assertNothingIsStored();
  }

  private static void assertNoSecret(String text) {
    assertFalse(text.contains(PASSPHRASE) || text.contains(OPENED), text);
  }

  private void assertNothingIsStored() throws IOException {
    for (Path top : List.of(jobs.root().path(), jobs.target())) {
      try (var files = Files.walk(top)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertNoSecret(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
  }
}
