package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;

/** What is in an archive that isn't compressed: there is nothing to check it by. */
record PlainInput(ReadBuffer stored) implements ExpandingInput {

  @Override
  public Stop fill(ByteBuffer output) {
    int from = output.position();
    while (output.hasRemaining() && stored.has(1)) {
      int part = Math.min(stored.available(), output.remaining());
      output.put(stored.bytes(), stored.position(), part);
      stored.take(part);
    }
    return output.position() == from ? Stop.END : Stop.CHECKED;
  }

  @Override
  public void close() {}
}
