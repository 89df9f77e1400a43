package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed backups that somebody has changed who can write to the target, but not open them. */
class TamperedBackupIT {
  private static final String NAME = "site-heute.tar.gz.enc";
  private static final String LIST = "site-heute.members.gz.enc";

  @TempDir Path temp;
  private JobRoot jobs;
  private Program program;
  private String backup = "";
  private Path directory;
  private Path data;

  @BeforeEach
  void aSealedBackup() throws IOException {
    jobs = JobRoot.in(temp);
    program = jobs.program().with("MKBACKUP_PASSPHRASE", "correct horse battery");
    Program.Result made = program.mkbackup("key", "create", "--alias", "a", "--bits", "2048");
    assertEquals(0, made.exit(), made.toString());
    jobs.configure(
        "'path': '" + jobs.target() + "', 'is_mountpoint': False", "'" + made.out() + "'");
    backup = jobs.backUp("nightly");
    directory = jobs.backup("nightly");
    data = jobs.home().resolve("etc/a.conf");
    Files.writeString(data, "changed");
  }

  @Test
  void aFlippedBitIsRefusedWhetherTheDigestsFitOrNot() throws IOException {
    String before = Files.readString(directory.resolve("mkbackup.info"));
    byte[] archive = Files.readAllBytes(directory.resolve(NAME));
    archive[archive.length / 2] ^= 1;
    replace(archive);

    refused("another MAC", "restore", "nas", backup);
    refused("another MAC", "restore", "--no-verify", "nas", backup);

    Files.writeString(directory.resolve("mkbackup.info"), before);
    // Whoever comes to it first: which bytes a flipped one damages depends on the archive's key.
    refused("SHA-256|is damaged", "restore", "--no-verify", "nas", backup);
  }

  @Test
  void anArchiveOfAnotherBackupIsRefused() throws IOException {
    byte[] older = Files.readAllBytes(directory.resolve(NAME));
    JsonObject before = manifest();
    jobs.backUp("nightly");
    replace(older);
    JsonObject manifest = manifest();
    manifest.add("mac", before.get("mac"));
    write(manifest);

    refused("another MAC", "restore", "nas", backup);
  }

  @Test
  void withoutAMacItIsRestoredWithALineUnlessOneIsRequired() throws IOException {
    JsonObject manifest = manifest();
    manifest.remove("mac");
    write(manifest);
    jobs.set("encryption.require-mac = true");
    refused("without a MAC", "restore", "nas", backup);
    refused("lets no restore take it", "verify", "nas", backup);
    jobs.set("encryption.require-mac = false");

    Program.Result result = program.mkbackup("restore", "nas", backup);

    assertEquals(0, result.exit(), result.toString());
    assertEquals(1, result.err().lines().filter(line -> line.contains("no MAC")).count());
    assertFalse(Files.readString(data).equals("changed"));
    Program.Result verified = program.mkbackup("verify", "nas", backup);
    assertEquals(0, verified.exit(), verified.toString());
    assertTrue(verified.onlyErrorLine().contains("no MAC"), verified.toString());
    assertTrue(program.mkbackup("show", "nas", backup).out().contains("  yes     no   MD5"));
  }

  @Test
  void aListThatNobodyVouchesForIsNotLookedAt() throws IOException {
    JsonObject manifest = manifest();
    assertTrue(manifest.getAsJsonObject("mac").has(LIST), manifest::toString);
    manifest.getAsJsonObject("mac").remove(LIST);
    write(manifest);
    Files.write(directory.resolve(LIST), new byte[(int) Files.size(directory.resolve(LIST))]);

    Program.Result result = program.mkbackup("ls", "nas", backup, "heute/etc/a.conf");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().contains("heute/etc/a.conf"), result.toString());
  }

  private void refused(String reason, String... command) throws IOException {
    Program.Result result = program.mkbackup(command);
    assertEquals(3, result.exit(), result.toString());
    assertTrue(Pattern.compile(reason).matcher(result.onlyErrorLine()).find(), result.toString());
    assertEquals("changed", Files.readString(data));
  }

  /** Replaces the archive, and makes size and digests fit. */
  private void replace(byte[] archive) throws IOException {
    Files.write(directory.resolve(NAME), archive);
    JsonObject manifest = manifest();
    JsonArray file = manifest.getAsJsonArray("files").get(0).getAsJsonArray();
    file.set(1, new JsonPrimitive(archive.length));
    file.set(2, new JsonPrimitive(hex("MD5", archive)));
    manifest.getAsJsonObject("sha256").addProperty(NAME, hex("SHA-256", archive));
    write(manifest);
  }

  private JsonObject manifest() throws IOException {
    return Json.read(directory.resolve("mkbackup.info")).object();
  }

  private void write(JsonObject manifest) throws IOException {
    Files.writeString(directory.resolve("mkbackup.info"), manifest.toString());
  }

  private static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
