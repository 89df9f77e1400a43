package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreIT {
  @TempDir Path temp;
  private JobRoot jobs;
  private String backup = "";

  @BeforeEach
  void aBackup() throws IOException {
    jobs = JobRoot.in(temp);
    backup = jobs.backUp("nightly");
    Files.writeString(jobs.home().resolve("etc/newer"), "newer");
  }

  @Test
  void theSiteIsStartedAfterwards() throws IOException {
    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(0, result.exit(), result.toString());
    assertTrue(jobs.root().isRunning(JobRoot.SITE));
    assertFalse(Files.exists(jobs.home().resolve("etc/newer")));
  }

  @Test
  void aRunningSiteIsStoppedAndStarted() throws IOException {
    jobs.root().start(JobRoot.SITE);

    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(0, result.exit(), result.toString());
    assertTrue(jobs.root().isRunning(JobRoot.SITE));
    assertTrue(jobs.root().calls().stream().anyMatch(call -> call.startsWith("stop")));
  }

  @Test
  void anotherDigestIsAcceptedOnlyWithoutVerification() throws IOException {
    jobs.root().start(JobRoot.SITE);
    Path manifest = jobs.backup("nightly").resolve("mkbackup.info");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceAll("[0-9a-f]{64}", "0".repeat(64)));
    SortedMap<String, String> before = TreeState.of(jobs.home());

    Program.Result refused = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(3, refused.exit());
    assertTrue(refused.onlyErrorLine().contains("SHA-256"), refused.toString());
    assertEquals(before, TreeState.of(jobs.home()));
    assertTrue(jobs.root().isRunning(JobRoot.SITE));
    assertTrue(Json.read(jobs.restoreStateFile()).isFailure());
    assertEquals(0, jobs.program().mkbackup("restore", "nas", backup, "--no-ver").exit());
  }

  @Test
  void aTruncatedArchiveIsAlwaysRefused() throws IOException {
    Path archive = jobs.backup("nightly").resolve("site-heute.tar.gz");
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(whole, whole.length - 20));

    assertTrue(failure("nas", backup).contains("bytes, but its manifest says"));
    assertTrue(failure("--no-verify", "nas", backup).contains("incomplete"));
  }

  @Test
  void aFlippedBitIsFoundWithoutTheDigest() throws IOException {
    Path archive = jobs.backup("nightly").resolve("site-heute.tar.gz");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 4;
    Files.write(archive, bytes);

    assertTrue(failure("--no-verify", "nas", backup).contains("damaged"));
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    assertTrue(failure("nas", "none").contains("'none'"));
    assertTrue(failure("none", backup).contains("'none'"));
    Files.writeString(jobs.backup("nightly").resolve("mkbackup.info"), "{");
    assertTrue(failure("nas", backup).contains(backup));
    Files.delete(jobs.backup("nightly").resolve("mkbackup.info"));
    assertTrue(failure("nas", backup).contains(backup));
  }

  private String failure(String... words) throws IOException {
    SortedMap<String, String> before = TreeState.of(jobs.home());
    String[] all = new String[words.length + 1];
    all[0] = "restore";
    System.arraycopy(words, 0, all, 1, words.length);
    Program.Result result = jobs.program().mkbackup(all);
    assertEquals(3, result.exit(), result.toString());
    assertEquals(before, TreeState.of(jobs.home()));
    return result.onlyErrorLine();
  }
}
