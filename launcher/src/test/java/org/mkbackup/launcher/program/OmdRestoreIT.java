package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmdRestoreIT {
  @TempDir Path temp;
  private RelocatedRoot root;
  private Path home;
  private Path archive;
  private Program program;
  private SortedMap<String, String> archived;

  @BeforeEach
  void anArchiveOfARichSite() throws IOException, InterruptedException {
    root = RelocatedRoot.in(temp);
    home = root.makeSite("heute");
    RichSite.fill(home);
    archived = TreeState.of(home);
    archive = temp.resolve("a.tar.gz");
    program = new Program(root.siteEnvironment("heute"), temp);
    assertEquals(0, program.omd("backup", archive.toString()).exit());
  }

  @Test
  void theSiteIsWhatItWasAttributeForAttribute() throws IOException {
    Files.delete(home.resolve("local/big"));
    Files.writeString(home.resolve("etc/a.conf"), "spoilt");
    Files.writeString(home.resolve("etc/since"), "new");

    Program.Result result = program.omd("restore", archive.toString());

    assertEquals(0, result.exit(), result.toString());
    assertEquals(archived, TreeState.of(home));
    assertFalse(calls().contains("start"), "it hadn't been running");
  }

  @Test
  void aStreamIsRestoredAndTheOwnPortKept() throws IOException, InterruptedException {
    Files.writeString(
        home.resolve("etc/omd/site.conf"), "CONFIG_APACHE_TCP_PORT='5999'\nCONFIG_X='1'\n");

    Piped result =
        Piped.run(program.builder("omd", "restore", "-"), Files.readAllBytes(archive), temp);

    assertEquals(0, result.exit(), result.err());
    assertEquals(
        "CONFIG_APACHE_TCP_PORT='5999'\n", Files.readString(home.resolve("etc/omd/site.conf")));
    assertFalse(Files.exists(home.resolve(".restore_working_dir")));
  }

  @Test
  void aRunningSiteIsRefusedUnlessItMayBeStopped() throws IOException {
    Files.writeString(home.resolve("etc/since"), "new");
    SortedMap<String, String> before = TreeState.of(home);
    root.start("heute");

    Program.Result refused = program.omd("restore", archive.toString());

    assertEquals(3, refused.exit());
    assertTrue(refused.onlyErrorLine().contains("heute"), refused.toString());
    assertEquals(before, TreeState.of(home));
    assertTrue(root.isRunning("heute"));

    Program.Result result = program.omd("restore", archive.toString(), "--kill");

    assertEquals(0, result.exit(), result.toString());
    assertEquals(archived, TreeState.of(home));
    assertEquals(List.of("stop", "start"), calls());
    assertTrue(root.isRunning("heute"));
  }

  @Test
  void aFailingHookBringsTheOldTreeBackAndStartsTheSite() throws IOException {
    Files.writeString(home.resolve("etc/since"), "new");
    SortedMap<String, String> before = TreeState.of(home);
    hook("01_good", "echo \"$OLD_OMD_SITE $OMD_SITE\" > \"$OMD_ROOT/hooked\"");
    hook("02_bad", "echo it went wrong >&2; exit 4");
    root.start("heute");

    Program.Result result = program.omd("restore", "--kill", archive.toString());

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("02_bad"), result.toString());
    assertEquals(before, TreeState.of(home));
    assertEquals(List.of("stop", "start"), calls());
  }

  @Test
  void inPlaceIsForFilesAndNotForStreams() throws IOException, InterruptedException {
    Files.writeString(home.resolve("etc/since"), "new");
    SortedMap<String, String> before = TreeState.of(home);

    Piped refused =
        Piped.run(
            program.builder("omd", "restore", "--in-place", "-"),
            Files.readAllBytes(archive),
            temp);

    assertEquals(3, refused.exit());
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertEquals(before, TreeState.of(home));

    assertEquals(0, program.omd("restore", "--in-place", archive.toString()).exit());
    assertEquals(archived, TreeState.of(home));
  }

  private void hook(String name, String script) throws IOException {
    Path hooks = Files.createDirectories(root.version().resolve("lib/omd/scripts/post-restore"));
    Files.writeString(hooks.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(
        hooks.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> calls() throws IOException {
    return root.calls().stream().filter(call -> !call.startsWith("status")).toList();
  }
}
