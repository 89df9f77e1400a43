package org.mkbackup.application.stream;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where an archive comes from: plain or gzip, already opened if it was sealed. */
public interface ArchiveSource {

  /** Opens it; the caller closes the stream. */
  InputStream open();

  /** Where it lies in the file system; empty if that isn't known, as of a stream. */
  Optional<Path> place();

  /** Whether {@link #open} may be called a second time. */
  boolean canBeReadAgain();
}
