package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {
  private static final String AS_PYTHON =
      "import json, sys\n"
          + "print(json.dumps(json.load(open(sys.argv[1])), sort_keys=True, indent=4), end='')";

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  @Test
  void theManifestTellsOfTheArchiveAsItIsStored() throws IOException, InterruptedException {
    Path backup = jobs.target().resolve(jobs.backUp("nightly"));

    Path archive = backup.resolve("site-heute.tar.gz");
    Json manifest = Json.read(backup.resolve("mkbackup.info"));
    JsonArray file = manifest.get("files").getAsJsonArray().get(0).getAsJsonArray();
    String md5 = Tools.run(temp, "md5sum", archive.toString()).substring(0, 32);
    assertEquals(3, file.size());
    assertEquals("site-heute.tar.gz", file.get(0).getAsString());
    assertEquals(Files.size(archive), file.get(1).getAsLong());
    assertEquals(md5, file.get(2).getAsString());
    assertEquals(Files.size(archive), manifest.get("size").getAsLong());
    assertEquals(
        Set.of(
            "config",
            "files",
            "finished",
            "hostname",
            "job_id",
            "members",
            "sha256",
            "site_id",
            "site_version",
            "size",
            "type"),
        manifest.keys());
    assertEquals("Check_MK", manifest.string("type"));
    assertEquals(RelocatedRoot.VERSION, manifest.string("site_version"));
  }

  @Test
  void theManifestHasTheBytesThatPythonWrites() throws IOException, InterruptedException {
    Path manifest = jobs.target().resolve(jobs.backUp("nightly")).resolve("mkbackup.info");

    assertEquals(
        Tools.run(temp, "python3", "-c", AS_PYTHON, manifest.toString()),
        Files.readString(manifest));
    assertTrue(Files.readString(manifest).contains("Jede Nacht f\\u00fcr \\u00e4"));
  }

  @Test
  void theTargetIsOpenToItsGroup() throws IOException {
    Path backup = jobs.target().resolve(jobs.backUp("nightly"));

    assertTrue(backup.getFileName().toString().endsWith("-heute-nightly-complete"));
    assertEquals("rwxrwxr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    try (var files = Files.list(backup)) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void noHistoryLeavesLogsOut() throws IOException, InterruptedException {
    Path archive = jobs.target().resolve(jobs.backUp("plain")).resolve("site-heute.tar");

    List<String> names = Tools.members(temp, archive);

    assertTrue(names.contains("heute/etc/a.conf"), names.toString());
    assertFalse(names.contains("heute/var/log/a.log"), names.toString());
  }

  @Test
  void theNextBackupTakesThePlaceOfTheLast() throws IOException {
    jobs.backUp("plain");
    String first = Files.readString(jobs.backup("plain").resolve("mkbackup.info"));
    Files.writeString(jobs.home().resolve("etc/more"), "more");

    jobs.backUp("plain");

    assertNotEquals(first, Files.readString(jobs.backup("plain").resolve("mkbackup.info")));
  }

  @Test
  void aTargetWithUmlautsIsFoundInTheLocaleOfCron() throws IOException {
    Path umlauts = Files.createDirectory(temp.resolve("Sicherung für ä"));
    jobs.configure(umlauts);

    Program.Result result = jobs.program().with("LC_ALL", "C").mkbackup("backup", "plain");

    assertEquals(0, result.exit(), result.toString());
    try (var backups = Files.list(umlauts)) {
      assertEquals(1, backups.count());
    }
  }
}
