package org.mkbackup.application.stream;

import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A fixed number of pieces, made when they are first needed: who wants more waits. */
final class Pieces {
  static final int SIZE = 256 * 1024;
  private static final int COUNT = 8;

  private final BlockingQueue<Piece> free = new ArrayBlockingQueue<>(COUNT);
  private int made;

  /** An empty piece. For one thread. */
  Piece take() throws InterruptedIOException {
    Piece piece = free.poll();
    if (piece == null) {
      piece = made < COUNT ? make() : await();
    }
    piece.begin();
    return piece;
  }

  /** The first piece; nobody has to wait for it. */
  Piece first() {
    Piece piece = make();
    piece.begin();
    return piece;
  }

  private Piece make() {
    made++;
    return new Piece(this);
  }

  private Piece await() throws InterruptedIOException {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while others work on the stream");
    }
  }

  void add(Piece piece) {
    free.add(piece);
  }

  /** How many there are, used and unused. */
  int made() {
    return made;
  }
}
