package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** What the suites for stores do again and again. */
final class StoreTrial {
  static final GlobalJobId JOB = new GlobalJobId("Check_MK-host-heute-nightly");
  static final GlobalJobId OTHER_JOB = new GlobalJobId("Check_MK-host-heute-weekly");
  static final String ARCHIVE = "site-heute.tar.gz";

  private StoreTrial() {}

  /** What the one before becomes by the first commit of a test. */
  static final BackupId FIRST = JOB.generation(Instant.parse("2026-11-22T01:30:00Z"));

  /** The same by the second one. */
  static final BackupId SECOND = JOB.generation(Instant.parse("2026-11-23T01:30:00Z"));

  /** Writes and commits a backup, the first of its job: an archive of this content. */
  static BackupId commit(BackupStore store, GlobalJobId job, String content) {
    return commit(store, job, content, job.generation(Instant.EPOCH));
  }

  /** Writes and commits a backup: an archive of this content, and a manifest. */
  static BackupId commit(BackupStore store, GlobalJobId job, String content, BackupId earlier) {
    try (PendingBackup pending = store.begin(job)) {
      write(pending, content);
      return pending.commit(earlier);
    }
  }

  static void write(PendingBackup pending, String content) {
    write(pending, ARCHIVE, content.getBytes(UTF_8));
    write(pending, BackupManifest.FILE_NAME, ("{\"" + content + "\": 1}").getBytes(UTF_8));
  }

  static void write(PendingBackup pending, String file, byte[] content) {
    try (OutputStream sink = pending.create(file)) {
      sink.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(BackupStore store, BackupId backup, String file) {
    try (InputStream stored = store.open(backup, file)) {
      return stored.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(BackupStore store, BackupId backup) {
    return new String(read(store, backup, ARCHIVE), UTF_8);
  }

  /** What each backup of a store has in its archive. */
  static Map<BackupId, String> contents(BackupStore store) {
    Map<BackupId, String> contents = new TreeMap<>();
    store.list().forEach(backup -> contents.put(backup, text(store, backup)));
    return contents;
  }

  static List<BackupId> sorted(BackupStore store) {
    List<BackupId> sorted = new ArrayList<>(store.list());
    sorted.sort(null);
    return sorted;
  }
}
