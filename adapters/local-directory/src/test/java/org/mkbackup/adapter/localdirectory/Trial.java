package org.mkbackup.adapter.localdirectory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  static void commit(BackupStore store, String text) {
    try (PendingBackup pending = store.begin(JOB)) {
      write(pending, text);
      pending.commit();
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
