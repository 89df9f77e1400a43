package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookInsideIT {
  @TempDir Path temp;
  private JobRoot jobs;
  private String id = "";

  @BeforeEach
  void aBackupOfASite() throws IOException {
    jobs = JobRoot.in(temp);
    Path file = jobs.home().resolve("etc/one.mk");
    Files.createDirectories(file.resolveSibling("sub"));
    Files.writeString(file, "one = 1\n");
    Files.writeString(file.resolveSibling("sub/two.mk"), "two = 2\n");
    Files.writeString(file.resolveSibling("\u001b[2Jevil\\x"), "evil");
    Files.createLink(file.resolveSibling("zlink.mk"), file);
    id = jobs.backUp("nightly");
  }

  private Program.Result mkbackup(String... words) {
    return jobs.program().mkbackup(words);
  }

  @Test
  void aBackupIsShownWithItsArchives() {
    Program.Result shown = mkbackup("show", "nas", id);
    assertEquals(0, shown.exit(), shown::toString);
    assertTrue(shown.out().startsWith("Backup-ID:    " + id), shown::toString);
    assertTrue(shown.out().contains("site-heute.tar.gz  "), shown::toString);
    assertTrue(shown.out().contains("MD5, SHA-256"), shown::toString);
  }

  @Test
  void aGoodBackupIsGoodAndAChangedOneIsNot() throws IOException {
    Program.Result shallow = mkbackup("verify", "nas", id);
    assertEquals(0, shallow.exit(), shallow::toString);
    assertTrue(shallow.out().endsWith("Backup " + id + " is good"), shallow::toString);
    assertEquals(0, mkbackup("verify", "nas", id, "--deep").exit());
    Path archive = jobs.target().resolve(id).resolve("site-heute.tar.gz");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    for (String[] words : new String[][] {{"verify", "nas", id}, {"verify", "nas", id, "--deep"}}) {
      Program.Result bad = mkbackup(words);
      assertEquals(3, bad.exit(), bad::toString);
      assertFalse(bad.onlyErrorLine().isEmpty());
    }
  }

  @Test
  void membersAreListedAndHostileNamesAreText() {
    Program.Result all = mkbackup("ls", "nas", id);
    assertEquals(0, all.exit(), all::toString);
    assertTrue(all.out().contains("\nheute/etc/sub/two.mk\n"), all::toString);
    assertTrue(all.out().contains("heute/etc/\\033[2Jevil\\134x"), all::toString);
    Program.Result some = mkbackup("ls", "nas", id, "*/sub/*.mk", "--long");
    assertTrue(
        some.out().matches("-rw-r--r--  .* 8  \\d{4}-.*  heute/etc/sub/two.mk"), some::toString);
    assertEquals(
        "heute/etc/sub\nheute/etc/sub/two.mk", mkbackup("ls", "nas", id, "heute/etc/sub/").out());
    Program.Result none = mkbackup("ls", "nas", id, "*/none");
    assertEquals(3, none.exit(), none::toString);
    assertTrue(none.onlyErrorLine().contains("matches '*/none'"), none::toString);
  }

  @Test
  void singleFilesAndDirectoriesAreTakenOut() throws IOException {
    Path to = temp.resolve("out");
    Program.Result taken =
        mkbackup(
            "extract", "nas", id, "--to", to.toString(), "heute/etc/zlink.mk", "heute/etc/sub/");
    assertEquals(0, taken.exit(), taken::toString);
    assertEquals("one = 1\n", Files.readString(to.resolve("heute/etc/zlink.mk")));
    assertEquals("two = 2\n", Files.readString(to.resolve("heute/etc/sub/two.mk")));
    assertFalse(Files.exists(to.resolve("heute/etc/one.mk")));
    assertEquals(
        Files.getLastModifiedTime(jobs.home().resolve("etc/sub")),
        Files.getLastModifiedTime(to.resolve("heute/etc/sub")));
    assertEquals(0700, (int) Files.getAttribute(to, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 0777);

    Files.writeString(to.resolve("heute/etc/sub/two.mk"), "mine");
    Program.Result kept =
        mkbackup("extract", "nas", id, "--to", to.toString(), "heute/etc/sub/two.mk");
    assertEquals(3, kept.exit(), kept::toString);
    assertEquals("mine", Files.readString(to.resolve("heute/etc/sub/two.mk")));
    Program.Result forced =
        mkbackup("extract", "nas", id, "--force", "--to", to.toString(), "heute/etc/sub/two.mk");
    assertEquals(0, forced.exit(), forced::toString);
    assertEquals("two = 2\n", Files.readString(to.resolve("heute/etc/sub/two.mk")));
  }

  @Test
  void aPathThatIsNotThereIsNamed() {
    Program.Result missing =
        mkbackup("extract", "nas", id, "--to", temp.resolve("out").toString(), "heute/none\u00e4");
    assertEquals(3, missing.exit());
    assertTrue(missing.onlyErrorLine().contains("'heute/none\u00e4'"), missing::toString);
    Program.Result nowhere = mkbackup("extract", "nas", id, "--to=", "heute/etc/sub/two.mk");
    assertEquals(3, nowhere.exit());
    assertTrue(nowhere.onlyErrorLine().contains("--to is empty"), nowhere::toString);
  }

  @Test
  void noLinkInTheDirectoryIsFollowed() throws IOException {
    Path to = Files.createDirectories(temp.resolve("out/heute"));
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.createSymbolicLink(to.resolve("etc"), elsewhere);
    Program.Result refused =
        mkbackup(
            "extract", "nas", id, "--force", "--to", temp.resolve("out").toString(), "heute/etc");
    assertEquals(3, refused.exit(), refused::toString);
    assertEquals(0, elsewhere.toFile().list().length);
  }

  @Test
  void aDryRunTellsAndChangesNothing() throws IOException {
    Files.writeString(jobs.home().resolve("etc/one.mk"), "changed");
    Map<String, String> before = TreeState.of(jobs.root().path());
    Program.Result dry = mkbackup("restore", "nas", id, "--dry-run");
    assertEquals(0, dry.exit(), dry::toString);
    assertTrue(dry.out().contains("replace it by site heute"), dry::toString);
    assertTrue(dry.out().endsWith("Nothing was changed"), dry::toString);
    assertEquals(before, TreeState.of(jobs.root().path()));
    Path archive = jobs.target().resolve(id).resolve("site-heute.tar.gz");
    Files.write(archive, new byte[] {31});
    assertEquals(3, mkbackup("restore", "nas", id, "--dry-run").exit());
  }
}
