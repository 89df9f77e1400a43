package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking into backups that Checkmk's own tools made: no list of members, no SHA-256, no MAC. */
class CheckmkBackupIT {
  private static final String ID = "kept from klappfel";

  @TempDir Path temp;
  private JobRoot jobs;
  private Program program;

  @BeforeEach
  void aSite() throws IOException, InterruptedException {
    jobs = JobRoot.in(temp);
    RichSite.fill(jobs.home());
    program = jobs.program().with("MKBACKUP_PASSPHRASE", "correct horse battery");
  }

  private void checkmkMade(String archive, String order, String... keyFile) throws Exception {
    Path script = temp.resolve("checkmk-backup.py");
    try (InputStream stored = getClass().getResourceAsStream("checkmk-backup.py")) {
      Files.write(script, Objects.requireNonNull(stored).readAllBytes());
    }
    List<String> command =
        new ArrayList<>(List.of("python3", script.toString(), jobs.home().toString()));
    command.addAll(List.of(jobs.target().resolve(ID).toString(), archive, order));
    command.addAll(List.of(keyFile));
    Tools.run(temp, command.toArray(String[]::new));
  }

  private Program.Result good(String... words) {
    Program.Result result = program.mkbackup(words);
    assertEquals(0, result.exit(), result::toString);
    return result;
  }

  @Test
  void aCompressedOneTellsAllThatOursDo() throws Exception {
    checkmkMade("site-heute.tar.gz", "sorted");

    String shown = good("show", "nas", ID).out();
    assertTrue(shown.contains("mkbackup of Checkmk"), shown);
    assertTrue(shown.contains("not listed"), shown);
    assertTrue(good("verify", "nas", ID).out().contains("size and MD5 are right"));
    String deep = good("verify", "nas", ID, "--deep").out();
    assertTrue(deep.matches("(?s).*size and MD5 are right, \\d+ members with .*is good"), deep);
    assertEquals("0 added, 0 removed, 0 changed", good("diff", "nas", ID).out());

    String ours = jobs.backUp("nightly");
    assertEquals(
        withoutLogs(good("ls", "nas", ours, "--long").out()),
        withoutLogs(good("ls", "nas", ID, "--long").out()));
    assertEquals(
        good("ls", "nas", ours, "--long", "*/local/*").out(),
        good("ls", "nas", ID, "--long", "*/local/*").out());
  }

  /* A run makes a log and a state file, and changes what they lie in. */
  private static List<String> withoutLogs(String listed) {
    return listed.lines().filter(line -> !line.matches(".*heute(/var(/.*)?)?")).toList();
  }

  @Test
  void aPlainOneOfOldIsComparedThoughItsMembersComeAsTheyCame() throws Exception {
    checkmkMade("site-heute.tar", "listed");
    String ours = jobs.backUp("plain");
    Files.writeString(jobs.home().resolve("etc/a.conf"), "changed");
    Files.delete(jobs.home().resolve("local/hard"));
    Files.delete(jobs.home().resolve("local/fifo"));
    Files.writeString(jobs.home().resolve("local/new"), "new");

    String now = good("diff", "nas", ID).out();
    for (String line :
        List.of("M heute/etc/a.conf  (size, content)", "- heute/local/fifo", "+ heute/local/new")) {
      assertTrue(now.lines().anyMatch(line::equals), now);
    }
    String two = good("diff", "nas", ID, ours).out();
    assertTrue(two.lines().noneMatch(line -> line.contains("heute/local/fifo")), two);
    assertTrue(good("verify", "nas", ID, "--deep").out().contains(" members with "));
  }

  @Test
  void aSealedOneIsOpenedWithALineThatNothingVouchesForIt() throws Exception {
    String key = good("key", "create", "--alias", "a", "--bits", "2048").out();
    jobs.configure("'path': '" + jobs.target() + "'", "'" + key + "'");
    String keyFile = jobs.home().resolve("etc/check_mk/backup_keys.mk").toString();
    checkmkMade("site-heute.tar.gz.enc", "sorted", keyFile);
    String warning = "WARNING: Backup '" + ID + "' has no MAC";

    Program.Result shown = jobs.program().mkbackup("show", "nas", ID);
    assertTrue(shown.out().contains("Encrypted:  Yes (" + key + ")"), shown::toString);
    assertEquals(0, jobs.program().mkbackup("verify", "nas", ID).exit(), "without a passphrase");
    assertTrue(good("verify", "nas", ID, "--deep").toString().contains(warning));
    Program.Result listed = good("ls", "nas", ID, "*/a.conf");
    assertEquals("heute/etc/a.conf", listed.out());
    assertTrue(listed.err().contains(warning), listed::toString);
    assertEquals("0 added, 0 removed, 0 changed", good("diff", "nas", ID).out());
  }

  @Test
  void filesAreTakenOutOfOneAndADryRunReadsItAll() throws Exception {
    checkmkMade("site-heute.tar.gz", "listed");
    Path to = temp.resolve("out");
    good("extract", "nas", ID, "--to", to.toString(), "heute/local/big", "heute/local/dir1777");
    assertEquals(
        -1L,
        Files.mismatch(jobs.home().resolve("local/big"), to.resolve("heute/local/big")),
        "the first differing byte");
    assertTrue(Files.isDirectory(to.resolve("heute/local/dir1777")));

    Map<String, String> before = TreeState.of(jobs.root().path());
    String dry = good("restore", "nas", ID, "--dry-run").out();
    assertTrue(dry.contains("replace it by site heute"), dry);
    assertTrue(dry.endsWith("Nothing was changed"), dry);
    assertEquals(before, TreeState.of(jobs.root().path()));
  }
}
