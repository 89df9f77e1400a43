package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.OutputStream;

/** Seals the content of an archive in the way of a format. A failure is the end of it. */
interface PieceSealer extends AutoCloseable {
  int PIECE = 64 * 1024;

  /** Takes content, and writes what of it makes a piece. */
  void add(byte[] bytes, int offset, int length, OutputStream sink) throws IOException;

  /** Writes what can be written already. */
  void passOn(OutputStream sink) throws IOException;

  /** Writes the rest and the end. */
  void end(OutputStream sink) throws IOException;

  /** Forgets the key. */
  @Override
  void close();
}
