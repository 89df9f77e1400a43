package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups in the age format. */
class AgeBackupIT {
  private static final String NAME = "site-heute.tar.gz.age";

  @TempDir Path temp;
  private JobRoot jobs;
  private Program program;
  private Path data;

  @BeforeEach
  void aJobThatSeals() throws IOException {
    jobs = JobRoot.in(temp);
    program = jobs.program().with("MKBACKUP_PASSPHRASE", "correct horse battery");
    Program.Result made = program.mkbackup("key", "create", "--alias", "a", "--bits", "2048");
    assertEquals(0, made.exit(), made.toString());
    jobs.configure(
        "'path': '" + jobs.target() + "', 'is_mountpoint': False", "'" + made.out() + "'");
    data = jobs.home().resolve("etc/a.conf");
  }

  @Test
  void comesBackAndIsOpenedByTheCommandToo() throws Exception {
    run("age-keygen", "-o", temp.resolve("identity").toString());
    run(
        "age-keygen",
        "-y",
        "-o",
        temp.resolve("recipient").toString(),
        "" + temp.resolve("identity"));
    String recipient = Files.readString(temp.resolve("recipient")).strip();
    jobs.set("encryption { format = age, recipients = [" + recipient + "] }");
    String backup = jobs.backUp("nightly");
    String before = Files.readString(data);
    Files.writeString(data, "changed");
    Program.Result listed = program.mkbackup("list", "nas");
    assertTrue(listed.out().contains(backup), listed.toString());

    Program.Result restored = program.mkbackup("restore", "nas", backup);

    assertEquals(0, restored.exit(), restored.toString());
    assertEquals(
        "", restored.err().lines().filter(line -> line.contains("MAC")).findAny().orElse(""));
    assertEquals(before, Files.readString(data));
    run(
        "age",
        "-d",
        "-i",
        temp.resolve("identity").toString(),
        "-o",
        temp.resolve("archive.tar.gz").toString(),
        jobs.backup("nightly").resolve(NAME).toString());
    run("tar", "-xzf", "" + temp.resolve("archive.tar.gz"), "-C", "" + temp, "heute/etc/a.conf");
    assertArrayEquals(
        Files.readAllBytes(data), Files.readAllBytes(temp.resolve("heute/etc/a.conf")));
  }

  @Test
  void isLookedIntoAsAnyOther() throws IOException {
    jobs.set("encryption.format = age");
    String backup = jobs.backUp("nightly");
    assertTrue(jobs.program().mkbackup("show", "nas", backup).out().contains(NAME));
    assertEquals(0, jobs.program().mkbackup("verify", "nas", backup).exit());
    String deep = program.mkbackup("verify", "nas", backup, "--deep").out();
    assertTrue(deep.contains("as their list says"), deep);
    Files.delete(data);

    assertEquals("heute/etc/a.conf", program.mkbackup("ls", "nas", backup, "*/a.conf").out());
    String differences = program.mkbackup("diff", "nas", backup).out();
    assertTrue(differences.contains("- heute/etc/a.conf\n"), differences);
    String to = temp.resolve("out").toString();
    Program.Result taken =
        program.mkbackup("extract", "nas", backup, "--to", to, "heute/etc/a.conf");
    assertEquals(0, taken.exit(), taken.toString());
    assertTrue(Files.exists(Path.of(to, "heute/etc/a.conf")));
    String dry = program.mkbackup("restore", "nas", backup, "--dry-run").out();
    assertTrue(dry.endsWith("Nothing was changed"), dry);
    assertTrue(Files.notExists(data));
  }

  @Test
  void aFlippedBitIsRefusedWithoutAnyDigest() throws IOException {
    jobs.set("encryption.format = age");
    String backup = jobs.backUp("nightly");
    Path archive = jobs.backup("nightly").resolve(NAME);
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    Path info = jobs.backup("nightly").resolve("mkbackup.info");
    Files.writeString(info, Files.readString(info).replace("\"mac\"", "\"mac of old\""));
    Files.writeString(data, "changed");

    Program.Result refused = program.mkbackup("restore", "--no-verify", "nas", backup);

    assertEquals(3, refused.exit(), refused.toString());
    assertTrue(refused.err().contains("was changed or cut off"), refused.toString());
    assertEquals("changed", Files.readString(data));
  }

  @Test
  void aRecipientThatIsNoneIsNamedBeforeAnythingIsWritten() throws IOException {
    jobs.set("encryption { format = age, recipients = [nobody] }");
    refused("encryption.recipients has 'nobody'");
    jobs.set("encryption.recipients = [nobody]");
    refused("can't be sealed to other recipients");
    jobs.set("encryption.format = pgp");
    refused("Legal is: checkmk or age");
  }

  private void refused(String reason) throws IOException {
    Program.Result refused = program.mkbackup("backup", "nightly");
    assertEquals(3, refused.exit(), refused.toString());
    assertEquals(1, refused.err().lines().filter(line -> line.contains(reason)).count());
    try (var left = Files.list(jobs.target())) {
      assertEquals(0, left.count());
    }
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("said").toFile())
            .start();
    process.getOutputStream().close();
    assertEquals(0, process.waitFor(), Files.readString(temp.resolve("said")));
  }
}
