package org.mkbackup.domain.port;

import java.io.InputStream;

/** A backup that is held while it is read: see {@link BackupStore#hold}. */
public interface HeldBackup extends AutoCloseable {

  /** As {@link BackupStore#open}; the caller closes the stream before the hold. */
  InputStream open(String file);

  /** As {@link BackupStore#size}. */
  long size(String file);

  /** Lets go of it. What was closed before is not closed again. */
  @Override
  void close();
}
