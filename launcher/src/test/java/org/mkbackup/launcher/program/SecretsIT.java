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
    for (String seen : List.of("cmdlines", "environments")) {
      String text = new String(Files.readAllBytes(temp.resolve(seen)), StandardCharsets.ISO_8859_1);
      assertTrue(text.contains("heute"), seen);
      assertNoSecret(text);
    }
    assertNoSecret(restored.toString());
    assertNothingIsStored();
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
