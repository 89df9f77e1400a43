package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockIT {
  @TempDir Path temp;
  private JobRoot jobs;
  private String backup = "";

  @BeforeEach
  void aBackup() throws IOException {
    jobs = JobRoot.in(temp);
    backup = jobs.backUp("plain");
  }

  @Test
  void aHeldLockKeepsEverybodyOut() throws IOException {
    Map<String, String> before = TreeState.of(jobs.home());

    excluded(jobs.lock(), "backup", "plain");
    excluded(jobs.lock(), "backup", "--background", "plain");
    excluded(jobs.lock(), "restore", "nas", backup);

    assertEquals(before, TreeState.of(jobs.home()));
  }

  @Test
  void theLockOfNewerVersionsKeepsEverybodyOut() throws IOException {
    Path newer = Files.createDirectory(jobs.home().resolve(".restore_working_dir"));

    excluded(newer.resolve("mkbackup.lock"), "backup", "plain");
    assertEquals(0, jobs.program().mkbackup("backup", "plain").exit());
    assertTrue(Files.isDirectory(newer));
  }

  @Test
  void aRestoreOfOmdKeepsEverybodyOut() throws IOException {
    excluded(jobs.restoreLock(), "backup", "plain");
    excluded(jobs.restoreLock(), "restore", "nas", backup);
    assertEquals(backup, jobs.backup("plain").getFileName().toString());
  }

  @Test
  void aBackupKeepsRestoresOut() throws IOException {
    Path seen = probeWhenAskedForStatus(jobs.restoreLock());

    assertEquals(0, jobs.program().mkbackup("backup", "plain").exit());
    assertEquals("9\n", Files.readString(seen));
    Files.delete(seen);
    assertEquals(0, jobs.program().omd("backup", temp.resolve("a.tar").toString()).exit());
    assertEquals("9\n", Files.readString(seen));
  }

  @Test
  void aRunKeepsOthersOut() throws IOException {
    Path seen = probeWhenAskedForStatus(jobs.lock());

    assertEquals(0, jobs.program().mkbackup("backup", "plain").exit());

    assertEquals("9\n", Files.readString(seen));
  }

  /* Tells, when the site is asked whether it runs, if others can have a lock; 9: they can't. */
  private Path probeWhenAskedForStatus(Path lock) throws IOException {
    Path omd = jobs.root().version().resolve("bin/omd");
    Path seen = temp.resolve("seen");
    String probe =
        "flock --nonblock --conflict-exit-code 9 %s true; echo $? > %s\n".formatted(lock, seen);
    Files.writeString(omd, Files.readString(omd).replace("#!/bin/sh\n", "#!/bin/sh\n" + probe));
    return seen;
  }

  private void excluded(Path lock, String... words) {
    String[] command = new String[words.length + 2];
    command[0] = lock.toString();
    command[1] = Program.HOME.resolve("bin/mkbackup").toString();
    System.arraycopy(words, 0, command, 2, words.length);

    // The path of the program is absolute, and so is that of flock for resolve().
    Program.Result result = jobs.program().run("/usr/bin/flock", command);

    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains(lock.toString()), result.toString());
  }
}
