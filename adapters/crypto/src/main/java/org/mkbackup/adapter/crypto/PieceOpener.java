package org.mkbackup.adapter.crypto;

import java.io.IOException;

/** Opens the content of a sealed archive in the way of a format, a piece at a time. */
interface PieceOpener extends AutoCloseable {
  int PIECE = 64 * 1024;

  /**
   * Opens some more.
   *
   * @param room at least {@link #PIECE}
   * @return the number of bytes; 0 at the end, each time
   * @throws org.mkbackup.domain.failure.ArchiveException if the content isn't good; it isn't asked
   *     again then
   */
  int next(byte[] target, int offset, int room) throws IOException;

  /** Forgets the key. */
  @Override
  void close();
}
