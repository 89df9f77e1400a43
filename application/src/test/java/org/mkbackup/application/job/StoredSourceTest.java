package org.mkbackup.application.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.CountingOutput;
import org.mkbackup.contract.InMemoryArchiveCipher;
import org.mkbackup.contract.InMemoryBackupStore;
import org.mkbackup.contract.InMemoryKeyMaker;
import org.mkbackup.contract.InMemoryKeyRing;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.KeyMaker;
import org.mkbackup.domain.target.TargetId;

/** Sealed archives on a target that somebody else can write to. */
class StoredSourceTest {
  private static final BackupId BACKUP = new BackupId("kept");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final InMemoryBackupStore store = new InMemoryBackupStore();
  private final InMemoryArchiveCipher cipher = new InMemoryArchiveCipher();
  private final Key key = key();

  private static Key key() {
    try (Passphrase secret = passphrase()) {
      return new InMemoryKeyMaker(CLOCK).make("key", "o", "me", KeyMaker.LEAST_BITS, secret);
    }
  }

  private static Passphrase passphrase() {
    return Passphrase.of("correct horse".toCharArray());
  }

  /** A backup of two archives; their bytes are put into the store. */
  private BackupManifest backUp(String text, Instant finished) throws IOException {
    SealingKeys keys =
        new SealingKeys(new InMemoryKeyRing(key), format -> cipher, asked -> Optional.empty());
    store.put(BACKUP + "/" + BackupManifest.FILE_NAME, new byte[0]);
    try (BackupSealer sealer = new BackupSealer(Optional.of(key), keys, Encryption.DEFAULT)) {
      List<StoredArchive> archives = new ArrayList<>();
      for (String name : List.of("system.tar.enc", "system-data.tar.enc")) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        CountingOutput counted = new CountingOutput(stored, CLOCK);
        try (OutputStream sealing = sealer.seal(name, counted).orElseThrow()) {
          sealing.write((text + " of " + name).getBytes(UTF_8));
        }
        store.put(BACKUP + "/" + name, stored.toByteArray());
        archives.add(counted.stored(name));
      }
      return sealer.authenticated(
          new BackupManifest(
              "all",
              Literal.Dict.EMPTY,
              "cma",
              archives,
              finished,
              new BackupManifest.Appliance("1.7.0", Optional.empty())));
    }
  }

  private String read(BackupManifest manifest, int index, boolean verify) throws IOException {
    return read(manifest, index, verify, StoredBackup::source);
  }

  private String read(
      BackupManifest manifest,
      int index,
      boolean verify,
      BiFunction<StoredBackup, StoredArchive, ArchiveSource> opening)
      throws IOException {
    StoredBackups.Choice choice = new StoredBackups.Choice(new TargetId("nas"), BACKUP, verify);
    try (Passphrase secret = passphrase();
        StoredBackup backup =
            new StoredBackup(
                choice,
                store.hold(BACKUP),
                manifest,
                Optional.empty(),
                Optional.of(cipher.unlock(key, secret)));
        InputStream content = opening.apply(backup, manifest.files().get(index)).open()) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private void refused(String reason, BackupManifest manifest, int index) {
    for (boolean verify : new boolean[] {true, false}) {
      ArchiveException refused =
          assertThrows(ArchiveException.class, () -> read(manifest, index, verify));
      assertTrue(refused.what().contains(reason), refused::what);
    }
  }

  /** Changes the last byte of the content, and gives back the bytes as they were. */
  private byte[] flip(StoredArchive archive) throws IOException {
    byte[] before;
    try (InputStream stored = store.open(BACKUP, archive.name())) {
      before = stored.readAllBytes();
    }
    byte[] flipped = before.clone();
    flipped[flipped.length - Integer.BYTES - 1] ^= 1;
    store.put(BACKUP + "/" + archive.name(), flipped);
    return before;
  }

  private String restore(BackupManifest manifest) throws IOException {
    return read(manifest, 0, true, (backup, file) -> backup.toRestore(file, Movement.unwatched()));
  }

  private static BackupManifest withDigests(
      BackupManifest manifest, String md5, Optional<String> sha256) {
    StoredArchive archive = manifest.files().get(0);
    return manifest.withFiles(
        List.of(new StoredArchive(archive.name(), archive.size(), md5, sha256)));
  }

  @Test
  void aRestoreComparesTheStrongestDigestThatThereIs() throws IOException {
    BackupManifest manifest = backUp("content", Instant.EPOCH);
    StoredArchive archive = manifest.files().get(0);
    String other = "0".repeat(32);

    BackupManifest both = withDigests(manifest, other, archive.sha256());
    assertEquals("content of system.tar.enc", restore(both));
    assertThrows(ArchiveException.class, () -> read(both, 0, true));

    BackupManifest one = withDigests(manifest, other, Optional.empty());
    assertThrows(ArchiveException.class, () -> restore(one));

    BackupManifest changed = withDigests(manifest, archive.md5(), Optional.of(other + other));
    assertThrows(ArchiveException.class, () -> restore(changed));
  }

  @Test
  void anArchiveComesOutAsItWentIn() throws IOException {
    BackupManifest manifest = backUp("content", Instant.EPOCH);

    assertEquals("content of system.tar.enc", read(manifest, 0, true));
    assertEquals("content of system-data.tar.enc", read(manifest, 1, false));
  }

  @Test
  void theMacOfAnotherArchiveIsRefused() throws IOException {
    BackupManifest manifest = backUp("content", Instant.EPOCH);
    StoredArchive one = manifest.files().get(0);
    StoredArchive other = manifest.files().get(1);

    refused(
        "another MAC",
        manifest.withFiles(List.of(one.withMac(other.mac().orElseThrow()), other)),
        0);
  }

  @Test
  void anArchiveOfAnotherBackupIsRefusedAndSoAreThoseBesideIt() throws IOException {
    BackupManifest older = backUp("older", Instant.EPOCH);
    byte[] bytes = flip(older.files().get(0));
    BackupManifest newer = backUp("newer", Instant.EPOCH);
    store.put(BACKUP + "/system.tar.enc", bytes);
    BackupManifest mixed = newer.withFiles(List.of(older.files().get(0), newer.files().get(1)));

    refused("another MAC", mixed, 0);
    refused("another MAC", mixed, 1);
  }

  @Test
  void changedBytesAreRefusedThoughNothingIsToBeVerified() throws IOException {
    BackupManifest manifest = backUp("content", Instant.EPOCH);
    flip(manifest.files().get(0));

    assertTrue(
        assertThrows(ArchiveException.class, () -> read(manifest, 0, false))
            .what()
            .contains("SHA-256"));
  }

  @Test
  void withoutAMacChangedBytesComeOutIfNothingIsToBeVerified() throws IOException {
    BackupManifest manifest = backUp("content", Instant.EPOCH);
    flip(manifest.files().get(0));
    List<StoredArchive> stripped =
        manifest.files().stream()
            .map(file -> new StoredArchive(file.name(), file.size(), file.md5(), file.sha256()))
            .toList();

    assertEquals("content of system.tar.enb", read(manifest.withFiles(stripped), 0, false));
    assertThrows(ArchiveException.class, () -> read(manifest.withFiles(stripped), 0, true));
  }
}
