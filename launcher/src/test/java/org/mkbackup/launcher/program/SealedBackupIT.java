package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBackupIT {
  private static final String PASSPHRASE = "correct horse battery";

  @TempDir Path temp;
  private JobRoot jobs;
  private Program program;
  private String backup = "";

  @BeforeEach
  void aSealedBackup() throws IOException {
    jobs = JobRoot.in(temp);
    program = jobs.program().with("MKBACKUP_PASSPHRASE", PASSPHRASE);
    Program.Result made = program.mkbackup("key", "create", "--alias", "a", "--bits", "2048");
    assertEquals(0, made.exit(), made.toString());
    jobs.configure(
        "'path': '" + jobs.target() + "', 'is_mountpoint': False", "'" + made.out() + "'");
    backup = jobs.backUp("nightly");
  }

  @Test
  void comesBackWithThePassphraseAndTellsNoSecrets() throws IOException {
    Path data = jobs.home().resolve("etc/a.conf");
    String before = Files.readString(data);
    Files.writeString(data, "changed");

    Program.Result result = program.mkbackup("restore", "--verbose", "nas", backup);

    assertEquals(0, result.exit(), result.toString());
    assertEquals(before, Files.readString(data));
    String said =
        result
            + Files.readString(jobs.restoreStateFile())
            + Files.readString(jobs.backup("nightly").resolve("mkbackup.info"));
    assertFalse(said.contains(PASSPHRASE));
    assertFalse(said.contains("PRIVATE KEY"));
  }

  @Test
  void aWrongPassphraseIsAFailedRun() throws IOException {
    Program.Result result =
        program
            .with("MKBACKUP_PASSPHRASE", "wrong horse battery")
            .mkbackup("restore", "nas", backup);

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("passphrase"), result.toString());
    assertTrue(Json.read(jobs.restoreStateFile()).isFailure());
  }

  @Test
  void aMissingPassphraseIsNamed() throws IOException {
    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("MKBACKUP_PASSPHRASE"), result.toString());
    assertTrue(Json.read(jobs.restoreStateFile()).isFailure());
  }

  @Test
  void aKeyThatIsNotThereIsNamed() throws IOException {
    Files.delete(jobs.home().resolve("etc/check_mk/backup_keys.mk"));

    refused("restore", "not in the key file");
    refused("backup", "not in the key file");
  }

  @Test
  void otherContainersAreRefusedWithTheirVersion() throws IOException {
    overwrite("1");
    refused("restore", "version 1");
    overwrite("7");
    refused("restore", "version 7");
  }

  @Test
  void anArchiveThatIsCutIsRefused() throws IOException {
    try (FileChannel file = open()) {
      file.truncate(100);
    }

    refused("restore", "has 100 bytes");
  }

  private void refused(String mode, String reason) {
    Program.Result result =
        mode.equals("backup")
            ? program.mkbackup("backup", "nightly")
            : program.mkbackup("restore", "--no-verify", "nas", backup);
    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains(reason), result.toString());
  }

  private void overwrite(String start) throws IOException {
    try (FileChannel file = open()) {
      file.write(ByteBuffer.wrap(start.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), 0);
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        jobs.backup("nightly").resolve("site-heute.tar.gz.enc"), StandardOpenOption.WRITE);
  }
}
