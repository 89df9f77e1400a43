package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that fail half-way; a limit on the size of files stands for a disk that is full. */
class OmdFullDiskIT {
  @TempDir Path temp;
  private RelocatedRoot root;
  private Path home;
  private Path archive;
  private Program program;

  @BeforeEach
  void aRichSite() throws IOException, InterruptedException {
    root = RelocatedRoot.in(temp);
    home = root.makeSite("heute");
    RichSite.fill(home);
    archive = Files.createDirectory(temp.resolve("archives")).resolve("a.tar.gz");
    program = new Program(root.siteEnvironment("heute"), temp);
  }

  @Test
  void aBackupThatFailsLeavesTheArchiveOfThatName() throws IOException, InterruptedException {
    Files.writeString(archive, "the one before");

    Piped result = limited("backup", archive.toString());

    assertEquals(3, result.exit(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains(archive.toString()), result.err());
    assertEquals("the one before", Files.readString(archive));
    try (var files = Files.list(archive.resolveSibling("."))) {
      assertEquals(1, files.count(), "a temporary file is left");
    }
  }

  @Test
  void aRestoreThatFailsLeavesTheSiteAndLetsItRun() throws IOException, InterruptedException {
    assertEquals(0, program.omd("backup", archive.toString()).exit());
    Files.writeString(home.resolve("etc/since"), "new");
    root.start("heute");
    SortedMap<String, String> before = TreeState.of(home);

    Piped result = limited("restore", "--kill", archive.toString());

    assertEquals(3, result.exit(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("local/big"), result.err());
    assertEquals(before, TreeState.of(home));
    assertTrue(root.isRunning("heute"));
    assertFalse(root.calls().contains("stop"));
  }

  private Piped limited(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = program.builder("omd", arguments);
    builder.command().addAll(0, List.of("prlimit", "--fsize=1000000", "--"));
    return Piped.run(builder, new byte[0], temp);
  }
}
