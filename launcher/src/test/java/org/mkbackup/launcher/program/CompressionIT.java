package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of compression and limits make of a backup. */
class CompressionIT {
  private static final String ISAL = "Compressing with the engine 'isal', level ";
  private static final String JDK = "Compressing with the engine 'jdk', level ";

  @TempDir Path temp;
  private JobRoot jobs;
  private Path content;

  @BeforeEach
  void aSiteWithMoreThanABlock() throws IOException {
    jobs = JobRoot.in(temp);
    content = jobs.home().resolve("var/large");
    byte[] bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    Arrays.fill(bytes, 500_000, 2_000_000, (byte) 'x');
    Files.write(content, bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "engine = auto, isal, 1",
    "engine = jdk, jdk, 6",
    "level = 2, isal, 2",
    "level = best, jdk, 6",
    "level = 9, jdk, 9"
  })
  void everyEngineMakesOneMemberThatAllPrograms(String setting, String engine, int level)
      throws IOException, InterruptedException {
    jobs.set("compression." + setting);
    Path archive = temp.resolve("a.tar.gz");

    Program.Result result = jobs.program().omd("-v", "backup", archive.toString());

    String line = engine.equals("isal") ? ISAL + level : JDK + level;
    assertTrue(result.out().lines().anyMatch(line::equals), result::toString);
    assertTrue(result.out().contains("Stage packing: busy "), result::toString);
    for (String program : new String[] {"gzip", "pigz", "igzip"}) {
      Tools.run(temp, program, "-t", archive.toString());
    }
    assertTrue(Tools.members(temp, archive).contains("heute/var/large"));
    assertEquals(0, jobs.program().omd("restore", archive.toString()).exit());
  }

  @Test
  void anEngineThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
    jobs.set("compression.engine = isa-l");

    Program.Result result = jobs.program().mkbackup("backup", "nightly");

    assertEquals(3, result.exit());
    assertEquals(
        "compression.engine is 'isa-l', and there is no such engine. Legal is: auto, jdk, isal.",
        result.onlyErrorLine());
  }

  @Test
  void aWrongSha256DigestIsRefusedAtARestore() throws IOException {
    byte[] before = Files.readAllBytes(content);
    String backup = jobs.backUp("nightly");
    Path info = jobs.target().resolve(backup).resolve("mkbackup.info");
    String text = Files.readString(info);
    Files.writeString(
        info, text.replaceFirst("(\"sha256\": \\{[^}]*: \")[0-9a-f]{64}", "$1" + "0".repeat(64)));

    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(3, result.exit());
    assertTrue(result.err().contains("another SHA-256 digest"), result::toString);
    assertArrayEquals(before, Files.readAllBytes(content));
  }

  @Test
  void aBackupThatNobodyWatchesTakesWhatOthersLeave() throws IOException {
    Path omd = jobs.root().version().resolve("bin/omd");
    Path priorities = temp.resolve("priorities");
    Files.writeString(
        omd,
        Files.readString(omd)
            .replaceFirst("\n", "\ncut -d' ' -f19 /proc/self/stat >>'" + priorities + "'\n"));

    jobs.backUp("plain");
    jobs.set("limits.priority = normal");
    jobs.backUp("plain");

    assertEquals(
        "19", Files.readAllLines(priorities).get(0), "nice value of the site's status command");
    assertEquals("0", Files.readAllLines(priorities).get(1));
  }
}
