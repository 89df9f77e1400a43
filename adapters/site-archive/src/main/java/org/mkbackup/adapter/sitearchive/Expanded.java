package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Some of what is in an archive, and what is known of what comes behind it. It is on loan until the
 * last who uses it gives it back.
 */
final class Expanded {
  /** How many bytes can be looked at together, wherever they stand. */
  static final int LOOK_AHEAD = 2 * TarFormat.BLOCK;

  private static final int SIZE = 256 * 1024;

  private final Queue<Expanded> home;
  private final AtomicInteger users = new AtomicInteger(1);
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(LOOK_AHEAD + SIZE);
  private ExpandingInput.Stop stop = ExpandingInput.Stop.FULL;
  private @Nullable Throwable failure;

  /**
   * An empty one.
   *
   * @param home where it goes when it is given back
   */
  Expanded(Queue<Expanded> home) {
    this.home = home;
    bytes.limit(LOOK_AHEAD).position(LOOK_AHEAD);
  }

  /** Puts the next bytes in place of those it holds, or what that fails with, for one user. */
  void fill(ExpandingInput input) {
    users.set(1);
    bytes.clear().position(LOOK_AHEAD);
    try {
      stop = input.fill(bytes);
    } catch (RuntimeException | Error e) {
      failure = e;
      bytes.position(LOOK_AHEAD);
    }
    bytes.flip().position(LOOK_AHEAD);
  }

  /** Takes the last bytes of the part before, fewer than can be looked at, in front of its own. */
  void follow(Expanded before) {
    int left = before.bytes.remaining();
    int start = bytes.position() - left;
    bytes.put(start, before.bytes, before.bytes.position(), left);
    bytes.position(start);
  }

  /** What wasn't taken of it yet. */
  ByteBuffer bytes() {
    return bytes;
  }

  /** Says that one more uses it. */
  void share() {
    users.incrementAndGet();
  }

  void giveBack() {
    if (users.decrementAndGet() == 0) {
      home.add(this);
    }
  }

  boolean isAtEnd() {
    return stop == ExpandingInput.Stop.END;
  }

  boolean isChecked() {
    return stop != ExpandingInput.Stop.FULL;
  }

  boolean isLast() {
    return isAtEnd() || failure != null;
  }

  void check() {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
