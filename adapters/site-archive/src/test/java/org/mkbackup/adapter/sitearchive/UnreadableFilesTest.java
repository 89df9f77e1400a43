package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.site.Compression;

class UnreadableFilesTest {
  @TempDir private Path directory;
  private final RunLogLines log = new RunLogLines();

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectories(home().resolve("etc"));
    Files.createSymbolicLink(home().resolve("version"), Path.of(TarForge.VERSION));
    Files.writeString(home().resolve("etc/a"), "readable");
    Files.writeString(home().resolve("etc/z"), "readable too");
  }

  @AfterEach
  void removeAll() {
    Program.run("chmod", "-R", "u+rwX", directory.toString());
    Program.run("rm", "-rf", home().toString());
  }

  private Path home() {
    return directory.resolve("heute");
  }

  private Path packAndUnpack() {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    new TarSiteArchiver(Archives.jdkOnly())
        .pack(Archives.packing(home(), Compression.NONE, log), sink);
    Path unpacked = directory.resolve("unpacked");
    Archives.unpack(sink.toByteArray(), unpacked);
    assertTrue(Files.exists(unpacked.resolve("etc/a")));
    assertTrue(Files.exists(unpacked.resolve("etc/z")));
    return unpacked;
  }

  @Test
  void areLeftOutWithAWarning() throws IOException {
    Assumptions.assumeFalse(
        "root".equals(System.getProperty("user.name")),
        "Files that may not be read were left out: root may read all");
    Files.setAttribute(Files.createFile(home().resolve("etc/f")), "unix:mode", 0);
    Files.setAttribute(Files.createDirectory(home().resolve("etc/d")), "unix:mode", 0300);
    Path unpacked = packAndUnpack();
    assertFalse(Files.exists(unpacked.resolve("etc/f")));
    assertTrue(Files.isDirectory(unpacked.resolve("etc/d")));
    assertEquals(2, log.warnings().size(), log.all()::toString);
  }

  @Test
  void areLeftOutWithAWarningWhereTheirPathIsTooLong() {
    String digger =
        "import os, sys; os.chdir(sys.argv[1])\n"
            + "for i in range(30): os.mkdir('d' * 200); os.chdir('d' * 200)";
    Program.run("python3", "-c", digger, home().resolve("etc").toString());
    packAndUnpack();
    assertEquals(1, log.warnings().size(), log.all()::toString);
    assertTrue(log.warnings().get(0).contains("File name too long"), log.warnings()::toString);
  }

  @Test
  void ofAKindThatNobodyCanReadAreNotTouched() throws IOException {
    Program.run("mkfifo", home().resolve("etc/fifo").toString());
    Path unpacked = packAndUnpack();
    int kind = (int) Files.getAttribute(unpacked.resolve("etc/fifo"), "unix:mode") & 0170000;
    assertEquals(0010000, kind);
    assertEquals(List.of(), log.all().stream().filter(line -> !line.startsWith("Stage ")).toList());
  }
}
