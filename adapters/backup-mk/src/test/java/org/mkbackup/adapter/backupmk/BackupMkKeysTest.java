package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.KeyRingContract;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.KeyRing;

class BackupMkKeysTest extends KeyRingContract {
  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("backup_keys.mk");
  }

  @Override
  protected KeyRing empty() {
    return new BackupMkKeys(file);
  }

  private KeyRing holdingTheKeyOfCheckmk() throws IOException {
    try (InputStream vector = getClass().getResourceAsStream("/backup_keys.mk")) {
      Files.copy(Objects.requireNonNull(vector), file);
    }
    return new BackupMkKeys(file);
  }

  @Test
  void addsAKeyUnderTheNextNumberAndLeavesTheRestAsItIs() throws IOException {
    KeyRing ring = holdingTheKeyOfCheckmk();
    String before = Files.readString(file);
    ring.add(key("new"));
    String after = Files.readString(file);
    String kept = before.substring(0, before.indexOf("}})"));
    assertTrue(after.startsWith(kept + "},\n 2: {'alias': 'new',"), after);
    assertEquals(List.of("lala", "new"), ring.keys().stream().map(Key::alias).toList());
  }

  @Test
  void refusesAKeyThatCheckmkHasStored() throws IOException {
    KeyRing ring = holdingTheKeyOfCheckmk();
    Key stored = ring.keys().get(0);
    String before = Files.readString(file);
    assertThrows(KeyException.class, () -> ring.add(stored));
    assertEquals(before, Files.readString(file));
  }

  @Test
  void usesTheOthersBesideAKeyThatCannotBeDecodedAndKeepsIt() throws IOException {
    Literal.Dict good = KeyEntry.of(key("good"));
    Literal.Dict bad = good.with("certificate", Literal.text("damaged"));
    Files.writeString(
        file,
        "keys.update({9: " + Repr.of(bad) + ", 'x': 3})\nkeys.update({4: " + Repr.of(good) + "})");
    KeyRing ring = new BackupMkKeys(file);
    assertEquals(List.of("good"), ring.keys().stream().map(Key::alias).toList());
    ring.add(key("new"));
    Literal.Dict entries = KeyStatements.read(Source.of("keys", Files.readString(file)));
    assertEquals(List.of("x"), entries.keys());
    assertEquals(bad, entries.entries().get(Literal.integer(9)));
    assertTrue(entries.entries().containsKey(Literal.integer(10)));
  }

  @Test
  void refusesAFileThatIsAProgramWithItsPlace() throws IOException {
    Files.writeString(file, "keys.update({})\nimport os\n");
    var refused = assertThrows(ConfigurationException.class, () -> empty().keys());
    assertTrue(refused.what().startsWith(file + ":2:1: "), refused.what());
  }

  @Test
  void makesTheFileReadableByTheSiteOnly() throws IOException {
    empty().add(key("a"));
    assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    empty().add(key("b"));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
