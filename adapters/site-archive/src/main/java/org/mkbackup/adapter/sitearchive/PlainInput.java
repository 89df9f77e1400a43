package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;

/** What is in an archive that isn't compressed: there is nothing to check it by. */
record PlainInput(ReadBuffer stored) implements ExpandingInput {

  @Override
  public Stop fill(ByteBuffer output) {
    // What has come is given on: more may be long in coming.
    if (!stored.has(1)) {
      return Stop.END;
    }
    int part = Math.min(stored.available(), output.remaining());
    output.put(stored.bytes(), stored.position(), part);
    stored.take(part);
    return Stop.CHECKED;
  }

  @Override
  public void close() {}
}
