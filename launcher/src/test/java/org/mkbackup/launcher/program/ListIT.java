package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListIT {
  private static final String APPLIANCE =
      """
      {"type": "Appliance", "job_id": "all", "hostname": "cma1", "cma_version": "1.7.9",
       "cma_cluster": {"clustered": true, "partner_name": "cma2", "is_inactive": false},
       "config": {"title": "All", "encrypt": null}, "finished": 1795499078.62675,
       "size": 3145728, "later": "is passed over",
       "files": [["system.tar.gz", 3145728, "0123456789abcdef0123456789abcdef"]]}
      """;

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  @Test
  void anEmptyTargetHasNothingToShow() {
    assertEquals("", list());
  }

  @Test
  void aBackupIsShownWithAllThatPeopleAskFor() throws IOException {
    String id = jobs.backUp("nightly");

    List<String> rows = rows(id);

    assertEquals("  Type:       Check_MK", rows.get(0));
    assertEquals("  Job:        nightly", rows.get(1));
    assertTrue(
        rows.get(2).matches("  Origin:     [^ ]+ \\(Site: heute, 2\\.3\\.0p1\\.cre\\)"),
        rows::toString);
    assertTrue(
        rows.get(3).matches("  Finished:   \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"),
        rows::toString);
    assertTrue(rows.get(4).matches("  Size:       [0-9.]+ [KM]?i?B(ytes)?"), rows::toString);
    assertEquals("  Encrypted:  No", rows.get(5));
  }

  @Test
  void aSealedBackupIsShownWithItsKeyAndWithoutAPassphrase() throws IOException {
    Program owner = jobs.program().with("MKBACKUP_PASSPHRASE", "correct horse battery");
    String key = owner.mkbackup("key", "create", "--alias", "a", "--bits", "2048").out();
    jobs.configure("'path': '" + jobs.target() + "'", "'" + key + "'");

    List<String> rows = rows(jobs.backUp("nightly"));

    assertEquals("  Encrypted:  Yes (" + key + ")", rows.get(5));
  }

  @Test
  void aCopyUnderAnotherNameIsABackupOfThatName() throws IOException {
    Path backup = jobs.target().resolve(jobs.backUp("plain"));
    Path kept = Files.createDirectory(jobs.target().resolve("kept für 2026"));
    for (String name : List.of("mkbackup.info", "site-heute.tar")) {
      Files.copy(backup.resolve(name), kept.resolve(name));
    }
    jobs.backUp("plain");

    assertEquals(rows(backup.getFileName().toString()).size(), rows("kept für 2026").size());
    assertEquals(0, jobs.program().mkbackup("restore", "nas", "kept für 2026").exit());
  }

  @Test
  void anAppliancesBackupIsShownBesideTheOthers() throws IOException {
    jobs.backUp("plain");
    put("Check_MK_Appliance-cma1-all-complete/mkbackup.info", APPLIANCE);

    List<String> rows = rows("Check_MK_Appliance-cma1-all-complete");

    assertEquals("  Type:       Appliance", rows.get(0));
    assertEquals("  Job:        all", rows.get(1));
    assertTrue(rows.get(2).startsWith("  Origin:     cma1"), rows::toString);
    assertEquals("  Size:       3.00 MiB", rows.get(4));
    Program.Result refused =
        jobs.program().mkbackup("restore", "nas", "Check_MK_Appliance-cma1-all-complete");
    assertEquals(3, refused.exit());
    assertTrue(refused.onlyErrorLine().contains("ppliance"), refused.toString());
  }

  @Test
  void aManifestThatCannotBeUsedIsShownAsAProblemAndHidesNoOther() throws IOException {
    String good = jobs.backUp("plain");
    put("a-cut/mkbackup.info", "{\"type\": \"Check_MK\",");
    put("b-hostile/mkbackup.info", APPLIANCE.replace("cma1", "\\u001b[31m\\nBackup-ID: x"));
    Files.createDirectories(jobs.target().resolve("c-directory/mkbackup.info"));

    assertTrue(rows("a-cut").get(0).startsWith("  Problem:    "), list());
    assertFalse(list().contains("\u001b"), list());
    assertFalse(list().contains("\nBackup-ID: x"), list());
    assertEquals(6, rows(good).size());
  }

  @Test
  void foreignFilesAndRunsThatDidNotEndAreNoBackups() throws IOException {
    put("notes.txt", "mine");
    put("photos/1.jpg", "mine");
    put("Check_MK-vm-heute-plain-incomplete/mkbackup.info", APPLIANCE);
    Files.createSymbolicLink(jobs.target().resolve("link"), Path.of("/etc"));

    assertEquals("", list());
    jobs.backUp("plain");
    assertTrue(Files.exists(jobs.target().resolve("photos/1.jpg")));
  }

  @Test
  void anUnknownTargetIsNamed() {
    Program.Result result = jobs.program().mkbackup("list", "nosuch");

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("'nosuch'"), result.toString());
  }

  private String list() {
    Program.Result result = jobs.program().mkbackup("list", "nas");
    assertEquals(0, result.exit(), result.toString());
    assertEquals("", result.err());
    return result.out();
  }

  /* The lines below a backup's id. */
  private List<String> rows(String id) {
    String listed = list();
    return Arrays.stream(listed.split("\n\n"))
        .filter(paragraph -> paragraph.startsWith("Backup-ID:    " + id + "\n"))
        .findAny()
        .orElseThrow(() -> new AssertionError("No '" + id + "' in " + listed))
        .lines()
        .skip(1)
        .toList();
  }

  private void put(String name, String content) throws IOException {
    Path file = jobs.target().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
