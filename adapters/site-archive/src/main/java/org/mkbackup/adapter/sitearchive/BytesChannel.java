package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Bytes that were read before. */
record BytesChannel(ByteBuffer bytes) implements ReadableByteChannel {

  @Override
  public int read(ByteBuffer target) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int part = Math.min(bytes.remaining(), target.remaining());
    target.put(bytes.slice(bytes.position(), part));
    bytes.position(bytes.position() + part);
    return part;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
