package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyManagementIT {
  private static final String PASSPHRASE = "correct horse battery";

  @TempDir Path temp;
  private ManagedRoot site;
  private Program program;
  private Path copy;
  private String id = "";

  @BeforeEach
  void aSiteWithAKey() throws IOException {
    site = ManagedRoot.in(temp);
    program = site.program().with("MKBACKUP_PASSPHRASE", PASSPHRASE);
    id = program.mkbackup("key", "create", "--alias", "a", "--bits", "2048").out();
    copy = temp.resolve("copy.pem");
  }

  @Test
  void anExportIsForItsOwnerOnlyAndCountsAsDownloaded() throws IOException {
    assertEquals("True", site.python(site.keyFile(), "keys[1]['not_downloaded']"));
    site.good("key", "export", "a", copy.toString());

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    String text = Files.readString(copy);
    assertTrue(text.startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), text);
    assertTrue(text.endsWith("-----END CERTIFICATE-----\n"), text);
    assertEquals("False", site.python(site.keyFile(), "keys[1]['not_downloaded']"));
    site.refused("File exists", "key", "export", id, copy.toString());
    assertEquals(text, Files.readString(copy));
  }

  @Test
  void comesBackFromItsCopyAndOpensWhatItSealed() throws IOException {
    site.addShelf();
    site.good("job", "add", "sealed", "--target", "shelf", "--key", "a");
    site.refused("used by job 'sealed'", "key", "remove", "a", "--force");
    site.good("backup", "sealed");
    site.good("key", "export", "a", copy.toString());
    Files.delete(site.keyFile());

    site.refused("passphrase", "key", "import", copy.toString());
    Program.Result wrong =
        program.with("MKBACKUP_PASSPHRASE", "wrong horse").mkbackup("key", "import", "" + copy);
    assertEquals(3, wrong.exit(), wrong.toString());
    assertFalse(Files.exists(site.keyFile()));
    Program.Result back = program.mkbackup("key", "import", copy.toString());

    assertEquals(0, back.exit(), back.toString());
    assertEquals(id, back.out());
    assertTrue(site.good("key", "list").contains(id + "  copy"), "It is named like its file");
    Program.Result again = program.mkbackup("key", "import", copy.toString());
    assertTrue(again.onlyErrorLine().contains("already"), again.toString());
    String backup = site.good("list", "shelf").lines().findFirst().orElseThrow().split(" +", -1)[1];
    assertEquals(0, program.mkbackup("restore", "shelf", backup).exit());
  }

  @Test
  void aKeyOfAnApplianceIsSaidToBe() throws IOException {
    Files.createDirectories(site.root().path().resolve("etc/cma"));
    Program root =
        new Program(site.root().rootEnvironment(), temp).with("MKBACKUP_PASSPHRASE", PASSPHRASE);

    Program.Result made = root.mkbackup("key", "create", "--alias", "a", "--bits", "2048");

    assertEquals(0, made.exit(), made.toString());
    assertTrue(made.onlyErrorLine().contains("outside of the appliance"), made.err());
    assertTrue(made.onlyErrorLine().endsWith("lost with the appliance."), made.err());
  }

  @Test
  void theOnlyCopyGoesByForceOnly() throws IOException {
    site.refused("no copy of key", "key", "remove", "a");
    site.good("key", "remove", id, "--force");
    assertEquals("{}", site.python(site.keyFile(), "keys"));
    site.refused("no key 'a'", "key", "remove", "a");
    site.refused("no key 'a'", "key", "export", "a", copy.toString());
    assertFalse(Files.exists(copy));
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotRepeated() throws IOException {
    Files.writeString(copy, "-----BEGIN CERTIFICATE-----\nsecret\n-----END CERTIFICATE-----\n");
    site.refused("no private key", "key", "import", copy.toString());
    site.refused("No such file", "key", "import", temp.resolve("none").toString());
    Program.Result result = site.program().mkbackup("key", "import", "--debug", copy.toString());
    assertFalse(result.toString().contains("secret"), result.toString());
  }
}
