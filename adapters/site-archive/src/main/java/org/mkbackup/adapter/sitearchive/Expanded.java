package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Some of what was compressed, and what is known of what comes behind it. */
final class Expanded {
  private static final int SIZE = 256 * 1024;

  private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE).flip();
  private ExpandingInput.Stop stop = ExpandingInput.Stop.FULL;
  private @Nullable Throwable failure;

  /** Puts the next bytes in place of those it holds, or what that fails with. */
  void fill(ExpandingInput input) {
    bytes.clear();
    try {
      stop = input.fill(bytes);
    } catch (RuntimeException | Error e) {
      failure = e;
      bytes.clear();
    }
    bytes.flip();
  }

  boolean isEmpty() {
    return !bytes.hasRemaining();
  }

  int take(byte[] target, int offset, int length) {
    int part = Math.min(length, bytes.remaining());
    bytes.get(target, offset, part);
    return part;
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
