package org.mkbackup.adapter.isal;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/** Where the rest of a direct buffer lies. */
final class NativeBuffer {
  private NativeBuffer() {}

  static Pointer rest(ByteBuffer buffer) {
    return Native.getDirectBufferPointer(buffer).share(buffer.position());
  }
}
