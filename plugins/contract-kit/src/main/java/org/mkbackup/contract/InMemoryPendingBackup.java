package org.mkbackup.contract;

import java.io.OutputStream;
import java.util.Arrays;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.PendingBackup;

/** A backup that is being written to memory. */
final class InMemoryPendingBackup implements PendingBackup {
  private final InMemoryBackupStore store;
  private final GlobalJobId job;
  private boolean ended;

  InMemoryPendingBackup(InMemoryBackupStore store, GlobalJobId job) {
    this.store = store;
    this.job = job;
  }

  @Override
  public OutputStream create(String file) {
    String name = InMemoryBackupStore.plain(file);
    if (store.holds(job.incomplete(), name)) {
      throw new TargetException("The file '" + name + "' was made before", "");
    }
    String path = job.incomplete() + "/" + name;
    store.append(path, new byte[0]);
    return new OutputStream() {
      @Override
      public void write(int b) {
        store.append(path, new byte[] {(byte) b});
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        store.append(path, Arrays.copyOfRange(bytes, offset, offset + length));
      }
    };
  }

  @Override
  public BackupId commit(BackupId earlier) {
    if (!store.holds(job.incomplete(), BackupManifest.FILE_NAME)) {
      throw new IllegalStateException("a backup without " + BackupManifest.FILE_NAME);
    }
    if (store.list().contains(job.complete())) {
      if (store.list().contains(earlier)) {
        throw new TargetException("There is a backup '" + earlier + "' already", "");
      }
      store.rename(job.complete(), earlier);
    }
    store.rename(job.incomplete(), job.complete());
    ended = true;
    return job.complete();
  }

  @Override
  public void close() {
    if (!ended) {
      store.remove(job.incomplete());
      ended = true;
    }
  }
}
