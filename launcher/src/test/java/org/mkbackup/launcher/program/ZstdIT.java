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
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code compression.format} makes of backups; the zstd command is the second opinion. */
class ZstdIT {
  private static final String ZSTD = "compression { format = zstd, without-stock = true }";

  @TempDir Path temp;
  private JobRoot jobs;
  private Path content;
  private byte[] bytes = {};

  @BeforeEach
  void aSiteWithMoreThanABlock() throws IOException {
    jobs = JobRoot.in(temp);
    content = jobs.home().resolve("var/large");
    bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    Arrays.fill(bytes, 500_000, 2_000_000, (byte) 'x');
    Files.write(content, bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "default", "best"})
  void aJobsArchiveIsReadByZstdAndRestored(String level) throws IOException, InterruptedException {
    jobs.set(ZSTD + "\ncompression.level = " + level);
    String backup = jobs.backUp("nightly");

    Path archive = jobs.target().resolve(backup).resolve("site-heute.tar.zst");
    Tools.run(temp, "zstd", "-q", "-t", archive.toString());
    assertTrue(Tools.run(temp, "zstd", "-lv", archive.toString()).contains("XXH64"));
    Path tar = temp.resolve("a.tar");
    Tools.run(temp, "zstd", "-q", "-d", archive.toString(), "-o", tar.toString());
    assertTrue(Tools.members(temp, tar).contains("heute/var/large"));
    Files.write(content, new byte[10]);
    succeeds(jobs.program().mkbackup("restore", "nas", backup));
    assertArrayEquals(bytes, Files.readAllBytes(content));
  }

  @Test
  void omdRestoresWhatTheZstdCommandMade() throws IOException, InterruptedException {
    Path tar = temp.resolve("a.tar");
    succeeds(jobs.program().omd("backup", "--no-compression", tar.toString()));
    Path archive = temp.resolve("other.name");
    Tools.run(temp, "zstd", "-q", "-19", tar.toString(), "-o", archive.toString());
    Files.write(content, new byte[10]);

    succeeds(jobs.program().omd("restore", archive.toString()));

    assertArrayEquals(bytes, Files.readAllBytes(content));
  }

  @Test
  void omdBackupMakesGzipAlways() throws IOException, InterruptedException {
    jobs.set(ZSTD);
    Path archive = temp.resolve("a.tar.gz");

    succeeds(jobs.program().omd("backup", archive.toString()));

    Tools.run(temp, "gzip", "-t", archive.toString());
  }

  @Test
  void noneMakesAPlainTarOfAJobThatCompresses() throws IOException, InterruptedException {
    jobs.set("compression.format = none");

    String backup = jobs.backUp("nightly");

    Path archive = jobs.target().resolve(backup).resolve("site-heute.tar");
    assertTrue(Tools.members(temp, archive).contains("heute/var/large"));
  }

  @Test
  void zstdAloneIsRefusedAndSaysWhy() throws IOException {
    jobs.set("compression.format = zstd");

    Program.Result result = jobs.program().mkbackup("backup", "nightly");

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("Checkmk's own tools can't"), result::toString);
    assertTrue(result.onlyErrorLine().contains("compression.without-stock"), result::toString);
  }

  @Test
  void whatWasCutOffOrChangedLeavesTheSiteAsItIs() throws IOException, InterruptedException {
    Path tar = temp.resolve("a.tar");
    succeeds(jobs.program().omd("backup", "--no-compression", tar.toString()));
    Path archive = temp.resolve("a.tar.zst");
    Tools.run(temp, "zstd", "-q", "--check", tar.toString(), "-o", archive.toString());
    byte[] whole = Files.readAllBytes(archive);

    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    byte[] more = Arrays.copyOf(whole, whole.length + 1);
    for (byte[] damaged : new byte[][] {cut, changed, more}) {
      Files.write(archive, damaged);
      Program.Result result = jobs.program().omd("restore", archive.toString());
      assertTrue(result.exit() != 0, result::toString);
      assertArrayEquals(bytes, Files.readAllBytes(content));
    }
  }

  @Test
  void withoutItsLibraryNothingElseBreaks() throws IOException, InterruptedException {
    Path program = copyWithoutLibrary();
    assertEquals("", errors(program, 0));

    jobs.set(ZSTD);

    String errors = errors(program, 3);
    assertTrue(errors.startsWith("zstd can't be used on this machine: "), errors);
    assertEquals(1, errors.lines().count(), errors);
  }

  private Path copyWithoutLibrary() throws IOException, InterruptedException {
    Path whole = Path.of(jobs.program().builder("mkbackup").command().get(0), "../..").normalize();
    Path copy = Files.createDirectory(temp.resolve("copy"));
    Tools.run(temp, "cp", "-r", whole + "/bin", whole + "/lib", copy.toString());
    Tools.run(temp, "find", copy.toString(), "-name", "libzstd*", "-delete");
    return copy.resolve("bin/mkbackup");
  }

  private String errors(Path program, int exit) throws IOException, InterruptedException {
    ProcessBuilder builder = jobs.program().builder("mkbackup", "backup", "nightly");
    builder.command().set(0, program.toString());
    Path errors = temp.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    assertEquals(exit, process.waitFor());
    return Files.readString(errors).strip();
  }

  private static void succeeds(Program.Result result) {
    assertEquals(0, result.exit(), result::toString);
  }
}
