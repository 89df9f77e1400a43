package org.mkbackup.application.stream;

import java.io.InputStream;

/** Where an archive comes from: plain or gzip, already opened if it was sealed. */
public interface ArchiveSource {

  /** Opens it; the caller closes the stream. */
  InputStream open();

  /** Whether {@link #open} may be called a second time. */
  boolean canBeReadAgain();
}
