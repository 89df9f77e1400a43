package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberListIT {
  private static final String PASSPHRASE = "correct horse battery";

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSite() throws IOException {
    jobs = JobRoot.in(temp);
    write("etc/one.mk", "one = 1\n");
    write("etc/two.mk", "two = 2\n");
  }

  private Path write(String below, String content) throws IOException {
    Path file = jobs.home().resolve(below);
    Files.createDirectories(file.resolveSibling(".").normalize());
    return Files.writeString(file, content);
  }

  private Program.Result mkbackup(String... words) {
    return jobs.program().mkbackup(words);
  }

  @Test
  void everyMemberIsListedBesideTheArchive() throws IOException {
    String id = jobs.backUp("plain");
    byte[] list = Files.readAllBytes(jobs.target().resolve(id).resolve("site-heute.members.gz"));
    String lines =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(list)).readAllBytes(),
            StandardCharsets.UTF_8);
    assertTrue(
        lines
            .lines()
            .anyMatch(
                line ->
                    line.matches(
                        "f\t[0-7]+\t[0-9.]+\t8\t[^\t]+\t[^\t]+\t[0-9a-f]{64}\theute/etc/one.mk\t")),
        lines);
    assertEquals(0, mkbackup("verify", "nas", id, "--deep").exit());
    assertEquals(0, mkbackup("restore", "nas", id).exit());
  }

  @Test
  void aListingReadsTheListOnlyAndWithoutAListTheArchive() throws IOException {
    String id = jobs.backUp("plain");
    Path backup = jobs.target().resolve(id);
    String byList = mkbackup("ls", "nas", id, "--long").out();
    Path info = backup.resolve("mkbackup.info");
    String manifest = Files.readString(info);
    assertTrue(manifest.contains("\"members\": {"), manifest);
    Files.writeString(info, manifest.replace("\"members\": {", "\"nobody\": {"));
    String byArchive = mkbackup("ls", "nas", id, "--long").out();
    assertEquals(byArchive, byList);
    Files.writeString(info, manifest);
    Files.writeString(backup.resolve("site-heute.tar"), "damaged");
    assertEquals(byList, mkbackup("ls", "nas", id, "--long").out());
  }

  @Test
  void aListThatWasChangedIsFoundOut() throws IOException {
    String id = jobs.backUp("plain");
    Path list = jobs.target().resolve(id).resolve("site-heute.members.gz");
    byte[] bytes = Files.readAllBytes(list);
    bytes[bytes.length - 1] ^= 1;
    Files.write(list, bytes);
    for (Program.Result bad :
        new Program.Result[] {
          mkbackup("verify", "nas", id), mkbackup("ls", "nas", id), mkbackup("diff", "nas", id)
        }) {
      assertEquals(3, bad.exit(), bad::toString);
      assertTrue(bad.onlyErrorLine().contains("site-heute.members.gz"), bad::toString);
    }
  }

  @Test
  void aListOfAnotherArchiveIsFoundOutByADeepLookOnly() throws IOException {
    Path backup = jobs.target().resolve(jobs.backUp("plain"));
    Path list = backup.resolve("site-heute.members.gz");
    byte[] before = Files.readAllBytes(list);
    String entry = members(backup);
    write("etc/one.mk", "one = 3\n");
    String id = jobs.backUp("plain");
    Files.write(list, before);
    Path info = backup.resolve("mkbackup.info");
    Files.writeString(info, Files.readString(info).replace(members(backup), entry));
    assertEquals(0, mkbackup("verify", "nas", id).exit());
    Program.Result bad = mkbackup("verify", "nas", id, "--deep");
    assertEquals(3, bad.exit(), bad::toString);
    assertTrue(bad.onlyErrorLine().contains("'heute/etc"), bad::toString);
  }

  private static String members(Path backup) throws IOException {
    String manifest = Files.readString(backup.resolve("mkbackup.info"));
    int begin = manifest.indexOf("\"members\": {");
    return manifest.substring(begin, manifest.indexOf('}', begin));
  }

  @Test
  void differencesAreToldAgainstTheSiteAndAgainstAnotherBackup() throws IOException {
    String id = jobs.backUp("plain");
    Program.Result same = mkbackup("diff", "nas", id);
    assertEquals(0, same.exit(), same::toString);
    assertFalse(same.out().contains("etc/"), same::toString);
    write("etc/one.mk", "one = 3\n");
    write("etc/three.mk", "three = 3\n");
    Files.delete(jobs.home().resolve("etc/two.mk"));
    Program.Result now = mkbackup("diff", "nas", id);
    assertEquals(0, now.exit(), now::toString);
    for (String line :
        new String[] {
          "M heute/etc/one.mk  (content)", "+ heute/etc/three.mk", "- heute/etc/two.mk"
        }) {
      assertTrue(now.out().lines().anyMatch(line::equals), now::toString);
    }
    String later = jobs.backUp("nightly");
    Program.Result two = mkbackup("diff", "nas", id, later);
    assertEquals(0, two.exit(), two::toString);
    assertTrue(two.out().contains("M heute/etc/one.mk  (content)"), two::toString);
  }

  @Test
  void theListOfASealedBackupIsSealed() throws IOException {
    Program owner = jobs.program().with("MKBACKUP_PASSPHRASE", PASSPHRASE);
    String key = owner.mkbackup("key", "create", "--alias", "a", "--bits", "2048").out();
    jobs.configure("'path': '" + jobs.target() + "'", "'" + key + "'");
    String id = jobs.backUp("nightly");
    Path backup = jobs.target().resolve(id);
    assertTrue(Files.isRegularFile(backup.resolve("site-heute.members.gz.enc")));
    assertFalse(Files.exists(backup.resolve("site-heute.members.gz")));
    assertEquals(0, mkbackup("verify", "nas", id).exit(), "without a passphrase");
    assertEquals(3, mkbackup("ls", "nas", id).exit(), "without a passphrase");
    Program.Result listed = owner.mkbackup("ls", "nas", id, "*one.mk");
    assertEquals("heute/etc/one.mk", listed.out(), listed::toString);
    assertEquals(0, owner.mkbackup("verify", "nas", id, "--deep").exit());
    Path to = temp.resolve("out");
    assertEquals(
        0, owner.mkbackup("extract", "nas", id, "--to", to.toString(), "heute/etc/one.mk").exit());
    assertEquals("one = 1\n", Files.readString(to.resolve("heute/etc/one.mk")));
  }
}
