package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplianceRestoreIT {
  @TempDir Path temp;
  private ApplianceRoot cma;

  @BeforeEach
  void anAppliance() throws IOException {
    cma = ApplianceRoot.in(temp);
  }

  private Map<String, SortedMap<String, String>> state() throws IOException {
    Map<String, SortedMap<String, String>> state = new TreeMap<>();
    for (String tree : new String[] {"rw", "omd/apache", "omd/versions"}) {
      state.put(tree, TreeState.of(cma.path(tree)));
    }
    for (String site : new String[] {"heute", "morgen"}) {
      state.put(site, TreeState.of(cma.root().site(site)));
    }
    return state;
  }

  private void wreck() throws IOException, InterruptedException {
    cma.write("rw/etc/network", "address 9.9.9.9\n");
    cma.write("rw/etc/extra/file", "extra");
    cma.write("omd/apache/extra.conf", "extra");
    Tools.run(temp, "rm", "-rf", cma.root().version().toString());
    Tools.run(temp, "rm", "-rf", cma.root().site("morgen").toString());
    Files.delete(cma.root().site("heute").resolve("etc/a.conf"));
    Files.writeString(cma.root().site("heute").resolve("etc/newer"), "newer");
  }

  private Program.Result restore(String id, String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "restore";
    words[1] = "nas";
    words[2] = id;
    System.arraycopy(options, 0, words, 3, options.length);
    return cma.program().mkbackup(words);
  }

  @Test
  void aDryRunTellsAndChangesNothingAndADiffTellsWhatItWouldChange()
      throws IOException, InterruptedException {
    String id = cma.backUp();
    cma.write("rw/etc/network", "address 9.9.9.9\n");
    Map<String, SortedMap<String, String>> before = state();

    Program.Result dry = restore(id, "--dry-run");
    Program.Result changes = cma.program().mkbackup("diff", "nas", id);

    assertEquals(0, dry.exit(), dry::toString);
    assertTrue(dry.out().contains("site heute, site morgen"), dry::toString);
    assertTrue(dry.out().endsWith("Nothing was changed"), dry::toString);
    assertEquals(0, changes.exit(), changes::toString);
    assertTrue(
        changes.out().lines().anyMatch(line -> line.startsWith("M rw/etc/network  (")),
        changes::toString);
    assertEquals(before, state());
  }

  @Test
  void whatWasWreckedIsAsItWas() throws IOException, InterruptedException {
    Map<String, SortedMap<String, String>> before = state();
    String id = cma.backUp();
    wreck();

    Program.Result result = restore(id, "--no-reboot");

    assertEquals(0, result.exit(), result.toString());
    assertEquals(before, state());
    assertTrue(cma.root().isRunning("heute"));
    assertTrue(cma.root().isRunning("morgen"));
    assertTrue(Files.isDirectory(cma.path("omd/lost+found")));
    assertTrue(Files.exists(cma.path("rw/mnt/auto/share/file")));
    assertFalse(Files.exists(cma.path("var/lib/mkbackup/all.state")));
    assertFalse(Json.read(cma.path("var/lib/mkbackup/restore.state")).isFailure());
    assertFalse(result.out().contains("systemctl reboot"), result.out());
  }

  @Test
  void stepsOfTheMachineAreToldInARelocatedRoot() throws IOException {
    String id = cma.backUp();

    Program.Result result = restore(id);

    assertEquals(0, result.exit(), result.toString());
    String leftOut = "Left out in a relocated root: ";
    assertTrue(result.out().contains(leftOut + "mount /omd"), result.out());
    assertTrue(
        result
            .out()
            .contains(leftOut + "/omd/versions/" + RelocatedRoot.VERSION + "/lib/cma/post-install"),
        result.out());
    assertTrue(result.out().endsWith(leftOut + "systemctl reboot"), result.out());
  }

  @Test
  void aDamagedArchiveChangesNothing() throws IOException {
    String id = cma.backUp();
    Map<String, SortedMap<String, String>> before = state();
    Path archive = cma.backup().resolve("site-morgen.tar.gz");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 4;
    Files.write(archive, bytes);

    Program.Result result = restore(id, "--no-verify");

    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains("damaged"), result.toString());
    assertEquals(before, state());
    assertTrue(cma.root().isRunning("heute"));
    assertTrue(Json.read(cma.path("var/lib/mkbackup/restore.state")).isFailure());
  }

  @Test
  void anotherFirmwareIsRefused() throws IOException {
    String id = cma.backUp();
    cma.write("usr/share/cma/version", "1.6.8\n");

    assertTrue(restore(id).onlyErrorLine().contains("firmware 1.7.5"));
  }

  @Test
  void whatFailedHalfWayIsFinishedByTheSameCommand() throws IOException, InterruptedException {
    cma.addHook();
    Map<String, SortedMap<String, String>> before = state();
    String id = cma.backUp();
    wreck();
    cma.write("broken", "");

    Program.Result failed = restore(id, "--no-reboot");

    assertEquals(3, failed.exit(), failed.toString());
    assertTrue(
        failed
            .err()
            .contains(
                "WARNING: Replaced: the system's configuration, the data volume, site heute; half"
                    + " replaced: nothing; not replaced: site morgen."),
        failed.toString());
    Files.delete(cma.path("broken"));

    Program.Result finished = restore(id, "--no-reboot");

    assertEquals(0, finished.exit(), finished.toString());
    assertEquals(before, state());
  }

  @Test
  void aSiteThatIsNotInTheBackupIsKeptAndTold() throws IOException {
    String id = cma.backUp();
    Path other = cma.root().makeSite("other");
    SortedMap<String, String> before = TreeState.of(other);

    Program.Result result = restore(id, "--no-reboot");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.err().contains("Site other is not in the backup"), result.toString());
    assertEquals(before, TreeState.of(other));
  }

  @Test
  void aSealedBackupNeedsItsPassphraseBeforeAnythingIsChanged() throws IOException {
    Program program = cma.program().with("MKBACKUP_PASSPHRASE", "correct horse battery");
    Program.Result key = program.mkbackup("key", "create", "--alias", "off-site");
    assertEquals(0, key.exit(), key.toString());
    cma.configure("'" + key.out().lines().findFirst().orElseThrow() + "'");
    String id = cma.backUp();
    Files.writeString(cma.path("rw/etc/network"), "changed");

    assertTrue(restore(id).onlyErrorLine().contains("passphrase"));
    assertEquals("changed", Files.readString(cma.path("rw/etc/network")));
    Program.Result result = program.mkbackup("restore", "nas", id, "--no-reboot");

    assertEquals(0, result.exit(), result.toString());
    assertEquals("address 1.2.3.4\n", Files.readString(cma.path("rw/etc/network")));
  }
}
