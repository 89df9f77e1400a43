package org.mkbackup.adapter.localdirectory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** A job's backups, each of an archive and a manifest that hold the same text. */
final class Trial {
  static final GlobalJobId JOB = new GlobalJobId("Check_MK-host-heute-nightly");
  static final String ARCHIVE = "site-heute.tar";

  private Trial() {}

  static BackupStore store(Path directory) {
    return new LocalBackupStore(new TargetDirectory(directory, false));
  }

  /** The id of the one before, numbered. */
  static BackupId earlier(int number) {
    return JOB.generation(Instant.parse("2026-11-24T02:30:00Z").plusSeconds(number));
  }

  /** The first id that sorts after all of those that are taken. */
  static BackupId nextEarlier(BackupStore store) {
    int number = 0;
    for (BackupId id : store.list()) {
      while (JOB.isGeneration(id.value()) && id.compareTo(earlier(number)) >= 0) {
        number++;
      }
    }
    return earlier(number);
  }

  /** The highest number that is the text of a backup. */
  static int newest(BackupStore store) {
    return store.list().stream()
        .mapToInt(id -> Integer.parseInt(read(store, id, ARCHIVE)))
        .max()
        .orElse(0);
  }

  /** Commits a backup that replaces the one before. */
  static void commit(BackupStore store, String text) {
    BackupId earlier = nextEarlier(store);
    try (PendingBackup pending = store.begin(JOB)) {
      write(pending, text);
      pending.commit(earlier);
    }
    if (store.list().contains(earlier)) {
      store.delete(earlier);
    }
  }

  static void write(PendingBackup pending, String text) {
    for (String file : new String[] {ARCHIVE, BackupManifest.FILE_NAME}) {
      try (OutputStream sink = pending.create(file)) {
        sink.write(text.getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static String read(BackupStore store, BackupId id, String file) {
    try (InputStream stored = store.open(id, file)) {
      return new String(stored.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A directory as a backup of the past would be. */
  static Path put(Path directory, String name, String text) throws IOException {
    Path backup = Files.createDirectory(directory.resolve(name));
    Files.writeString(backup.resolve(ARCHIVE), text);
    Files.writeString(backup.resolve(BackupManifest.FILE_NAME), text);
    return backup;
  }
}
