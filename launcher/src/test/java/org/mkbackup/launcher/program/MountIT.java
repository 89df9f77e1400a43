package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mounts below another root, where nothing is mounted. */
class MountIT {
  @TempDir Path temp;
  private RelocatedRoot root;
  private Program program;

  @BeforeEach
  void anAppliance() throws IOException {
    root = RelocatedRoot.in(temp);
    Files.createDirectories(root.path().resolve("etc/cma"));
    program = new Program(root.rootEnvironment(), temp);
  }

  private Path configuration() {
    return root.path().resolve("etc/cma/mkbackup_mounts.conf");
  }

  private String good(String... arguments) {
    Program.Result result = program.mkbackup(arguments);
    assertEquals(0, result.exit(), result.toString());
    return result.out();
  }

  private String refused(Program by, String words) {
    Program.Result result = by.mkbackup(words.split(" "));
    assertEquals(3, result.exit(), result.toString());
    return result.onlyErrorLine();
  }

  @Test
  void aTargetOnAMountIsListedBelowAnotherRoot() throws IOException {
    good("mount", "add", "nas", "--type", "nfs", "--source", "store:/x", "--options", "vers=4.2");
    Path place = root.path().resolve("mnt/auto/nas");
    Files.writeString(
        root.path().resolve("etc/cma/backup.conf"),
        "{'jobs': {}, 'targets': {'t': {'remote': ('local', {'path': '" + place + "'})}}}");

    Program.Result listed = program.mkbackup("list", "t");

    assertEquals(0, listed.exit(), listed.toString());
    assertTrue(listed.onlyErrorLine().startsWith("Left out below another root"), listed.err());
    assertTrue(Files.isDirectory(place));
    assertTrue(good("mount", "list").contains("nfs   up     store:/x"));
    assertTrue(refused(program, "mount remove nas").contains("holds the target 't'"));
  }

  @Test
  void aPasswordComesFromTheEnvironmentAndIsSeenNowhere() throws IOException {
    Program.Result added =
        program
            .with("MKBACKUP_MOUNT_PASSWORD", "s3cret")
            .mkbackup("mount", "add", "f", "--type", "cifs", "--source", "//f/x", "--user", "me");

    assertEquals(new Program.Result(0, "", ""), added);
    Path secret = root.path().resolve("etc/cma/mkbackup_mounts/f.credentials");
    assertEquals("username=me\npassword=s3cret\n", Files.readString(secret));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    assertFalse(Files.readString(configuration()).contains("s3cret"));
    good("mount", "remove", "f");
    assertFalse(Files.exists(secret));
    assertEquals("{'mounts': {}}\n", Files.readString(configuration()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add nas --type ftp --source a:/b|There is no type of mounts 'ftp'",
        "add nas --type nfs --source a|'a' is no source of type nfs",
        "add 1 --type nfs --source a:/b|'1' is not a legal mount id",
        "add nas --type nfs --source a:/b --options exec|The option 'exec'",
        "add nas --type cifs --source //a/b --options password=s3cret|Name the user with --user",
        "add nas --type cifs --source //a/b|needs a user",
        "add nas --type cifs --source //a/b --user me|The password of 'me' is missing",
        "add nas --type sshfs --source a:b --options ssh_command=x|The option 'ssh_command'",
        "up nas|There is no mount 'nas'",
        "check nas|There is no mount 'nas'",
        "remove nas|There is no mount 'nas'"
      })
  void badInputIsOneLineAndChangesNothing(String words, String says) {
    String line = refused(program, "mount " + words);
    assertTrue(line.contains(says), line);
    assertFalse(line.contains("s3cret"), line);
    assertFalse(Files.exists(configuration()));
  }

  @Test
  void aListWarnsOfWhatMakesNoSenseAndShowsTheRest() throws IOException {
    Files.writeString(
        configuration(),
        "{'mounts': {'ftp': {'type': 'ftp', 'source': 'a:/b'}, 'not an id': {},"
            + " 'nas': {'type': 'nfs', 'source': 'store:/x'}}}");

    Program.Result listed = program.mkbackup("mount", "list");

    assertEquals(0, listed.exit(), listed.toString());
    assertTrue(listed.out().contains("store:/x"), listed.out());
    List<String> warnings = listed.err().lines().toList();
    assertEquals(2, warnings.size(), listed.err());
    String begin = "WARNING: " + configuration() + ": ";
    assertTrue(warnings.get(0).startsWith(begin + "Mount 'ftp'"), listed.err());
    assertTrue(warnings.get(1).startsWith(begin + "'not an id' is not a legal"), listed.err());
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    String[] words = {"mount", "add", "nas", "--type", "nfs", "--source", "store:/x"};
    good(words);
    assertTrue(refused(program, String.join(" ", words)).contains("a mount 'nas' already"));
  }

  @Test
  void aSiteAddsNothing() throws IOException {
    root.makeSite("heute");
    Program site = new Program(root.siteEnvironment("heute"), temp);
    String line = refused(site, "mount add nas --type nfs --source store:/x");
    assertEquals("Mounts are added by root alone. Run this as root.", line);
  }
}
