package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OmdBackupIT {
  @TempDir Path temp;
  private RelocatedRoot root;
  private Path home;
  private Program program;

  @BeforeEach
  void aRichSite() throws IOException, InterruptedException {
    root = RelocatedRoot.in(temp);
    home = root.makeSite("heute");
    RichSite.fill(home);
    program = new Program(root.siteEnvironment("heute"), temp);
  }

  @Test
  void anArchiveIsReadByGzipTarAndPython() throws IOException, InterruptedException {
    SortedMap<String, String> before = TreeState.of(home);
    Path archive = temp.resolve("a.tar.gz");

    Program.Result result = program.omd("backup", archive.toString());

    assertEquals(new Program.Result(0, "", ""), result);
    assertEquals(before, TreeState.of(home));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
    Tools.run(temp, "gzip", "-t", archive.toString());
    Path unpacked = Files.createDirectory(temp.resolve("unpacked"));
    Tools.run(temp, "tar", "-xpzf", archive.toString(), "-C", unpacked.toString());
    SortedMap<String, String> read = TreeState.of(unpacked.resolve("heute"));
    assertEquals(before, read);
    List<String> names = Tools.members(temp, archive);
    assertEquals(List.of("heute/version", "heute"), names.subList(0, 2));
    assertEquals(before.size() + 2, names.size()); // the version's link again, and tmp
  }

  @Test
  void theStreamHoldsNothingButTheArchive() throws IOException, InterruptedException {
    Path file = temp.resolve("a.tar");
    program.omd("backup", "--no-compression", file.toString());

    Piped piped =
        Piped.run(program.builder("omd", "-v", "backup", "-", "--no-compr"), new byte[0], temp);

    assertEquals(0, piped.exit(), piped.err());
    Path stream = temp.resolve("stream.tar");
    Files.writeString(stream, piped.out(), StandardCharsets.ISO_8859_1);
    List<String> members = new ArrayList<>(Tools.members(temp, stream));
    members.remove("heute/var/log/mkbackup.log"); // begun by the first run
    assertEquals(Tools.members(temp, file), members);
    assertEquals(0, Files.size(stream) % 10_240);
    assertTrue(piped.out().endsWith("\0".repeat(1024)), "other bytes at its end");
  }

  @ParameterizedTest
  @CsvSource({
    "--no-rrds, false, true, true",
    "--no-logs, true, false, true",
    "--no-agents, true, true, false",
    "-N, false, false, false",
    "--no-pa, false, false, false"
  })
  void leavesOutWhatIsNotWanted(String option, boolean rrds, boolean logs, boolean agents)
      throws IOException, InterruptedException {
    Path archive = temp.resolve("a.tar");

    assertEquals(0, program.omd("backup", archive.toString(), option).exit());

    List<String> names = Tools.members(temp, archive);
    assertEquals(rrds, names.contains("heute/var/check_mk/rrd/host/load.rrd"));
    assertEquals(logs, names.contains("heute/var/log/a.log"));
    assertEquals(agents, names.contains("heute/var/check_mk/agents/linux/agent"));
    assertTrue(names.contains("heute/local/big"));
  }

  @Test
  void anArchiveInItsOwnSiteIsRefused() {
    Path archive = home.resolve("var/a.tar");

    Program.Result result = program.omd("backup", archive.toString());

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains(archive.toString()), result.toString());
    assertFalse(Files.exists(archive));
  }

  @ParameterizedTest
  @CsvSource({"none/a.tar", "file/a.tar", "root"})
  void aPlaceThatCannotBeWrittenIsNamed(String place) throws IOException {
    Files.writeString(temp.resolve("file"), "not a directory");

    Program.Result result = program.omd("backup", temp.resolve(place).toString());

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains(place), result.toString());
  }

  @Test
  void rootNamesTheSite() {
    Program asRoot = new Program(root.rootEnvironment(), temp);
    String archive = temp.resolve("a.tar").toString();

    assertTrue(asRoot.omd("backup", archive).onlyErrorLine().contains("name is missing"));
    assertTrue(asRoot.omd("backup", "nie", archive).onlyErrorLine().contains("site nie"));
    assertTrue(asRoot.omd("backup", "a/b", archive).onlyErrorLine().contains("'a/b'"));
    assertEquals(new Program.Result(0, "", ""), asRoot.omd("backup", "heute", archive));
  }
}
