package org.mkbackup.application.stream;

import java.util.concurrent.atomic.AtomicInteger;

/** A part of a stream, on loan from its pool until the last who uses it gives it back. */
final class Piece {
  private final Pieces pool;
  private final byte[] bytes = new byte[Pieces.SIZE];
  private final AtomicInteger users = new AtomicInteger();
  private int length;

  Piece(Pieces pool) {
    this.pool = pool;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  int room() {
    return bytes.length - length;
  }

  /** Says that so many bytes were put behind what it holds. */
  void grow(int count) {
    length += count;
  }

  /** Makes it empty, for one user. */
  void begin() {
    length = 0;
    users.set(1);
  }

  /** Nothing is put into it any more, and so many use it from now on. */
  void share(int count) {
    users.set(count);
  }

  void giveBack() {
    if (users.decrementAndGet() == 0) {
      pool.add(this);
    }
  }
}
