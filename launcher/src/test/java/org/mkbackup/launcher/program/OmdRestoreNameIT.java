package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OmdRestoreNameIT {
  private static final String CHANGED = "User heute of mine\nRoot /omd/sites/heute\n";

  @TempDir Path temp;
  private RelocatedRoot root;
  private Path home;
  private String archive = "";
  private Program asRoot = new Program(Map.of(), Path.of("/"));

  @BeforeEach
  void aSite() throws IOException {
    root = RelocatedRoot.in(temp);
    home = root.makeSite("heute");
    archive = temp.resolve("a.tar").toString();
    asRoot = new Program(root.rootEnvironment(), temp);
  }

  private void backUp() {
    assertEquals(0, asRoot.omd("backup", "heute", archive).exit());
  }

  @Test
  void aSiteUserGetsTheArchiveUnderTheOwnNameAndPort() throws IOException {
    backUp();
    Path morgen = root.makeSite("morgen");
    Files.writeString(morgen.resolve("etc/omd/site.conf"), "CONFIG_APACHE_TCP_PORT='5001'\n");
    Program user = new Program(root.siteEnvironment("morgen"), temp);

    Program.Result result = user.omd("restore", archive);

    assertEquals(0, result.exit(), result.toString());
    assertEquals(
        "User morgen\nRoot /omd/sites/morgen\n", Files.readString(morgen.resolve("etc/a.conf")));
    assertEquals(
        "CONFIG_APACHE_TCP_PORT='5001'\n", Files.readString(morgen.resolve("etc/omd/site.conf")));
    assertEquals(
        "The user of site morgen can't restore site heute. Leave out the name, or do it as root.",
        user.omd("restore", "heute", archive).onlyErrorLine());
  }

  @ParameterizedTest
  @CsvSource({"install, User neu", "keepold, User heute of mine", "ask, User heute of mine"})
  void aConflictIsDecidedAsAsked(String how, String firstLine) throws IOException {
    Files.writeString(home.resolve("etc/a.conf"), CHANGED);
    backUp();

    Program.Result result = asRoot.omd("restore", "--conflict", how, "neu", archive);

    assertEquals(0, result.exit(), result.toString());
    assertEquals(firstLine, Files.readAllLines(root.site("neu").resolve("etc/a.conf")).get(0));
    assertEquals(how.equals("ask"), result.err().contains("no terminal"), result.toString());
  }

  @Test
  void aConflictThatAbortsLeavesNoSite() throws IOException {
    Files.writeString(home.resolve("etc/a.conf"), CHANGED);
    backUp();

    Program.Result result = asRoot.omd("restore", "--conflict=abort", "neu", archive);

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("etc/a.conf"), result.toString());
    assertEquals(List.of("heute"), names(root.path().resolve("omd/sites")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"z-1", "abcdefghijklmnopq", ".."})
  void anIllegalNameIsNamed(String name) {
    Program.Result result = asRoot.omd("restore", name, archive);

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("'" + name + "'"), result.toString());
  }

  @Test
  void aNameThatIsTakenIsNamed() throws IOException {
    backUp();
    SortedMap<String, String> before = TreeState.of(home);

    Program.Result result = asRoot.omd("restore", "heute", archive);

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("Site heute is there"), result.toString());
    assertEquals(before, TreeState.of(home));
  }

  @Test
  void reuseReplacesAStoppedSiteAndKillOneThatRuns() throws IOException {
    backUp();
    SortedMap<String, String> archived = TreeState.of(home);
    Files.writeString(home.resolve("etc/since"), "new");
    root.start("heute");

    assertEquals(3, asRoot.omd("restore", "--reuse", archive).exit());
    assertTrue(Files.exists(home.resolve("etc/since")));
    assertTrue(root.isRunning("heute"));
    assertEquals(3, asRoot.omd("restore", "--reuse", "nie", archive).exit());
    assertFalse(Files.exists(root.site("nie")));

    assertEquals(0, asRoot.omd("restore", "--reuse", "--kill", archive).exit());
    assertEquals(archived, TreeState.of(home));
    assertTrue(root.calls().containsAll(List.of("stop heute", "start heute")));
    assertEquals(List.of("heute"), names(root.path().resolve("omd/sites")));
  }

  private static List<String> names(Path directory) throws IOException {
    try (var paths = Files.list(directory)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
