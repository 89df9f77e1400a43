package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The names of the extended attributes of a file, one after the other, each with a NUL. */
final class AttributeNames {
  /** As long as a list or a value can be on Linux. */
  static final int LONGEST = 64 * 1024;

  private final AttributeScope scope;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);

  AttributeNames(AttributeScope scope) {
    this.scope = scope;
  }

  /** Where the system puts them. */
  ByteBuffer buffer() {
    return buffer;
  }

  /** Those of the first bytes in the buffer that are in the scope, raw. */
  List<String> read(long length) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int at = 0; at < length; at++) {
      byte value = buffer.get(at);
      if (value != 0) {
        name.append((char) (value & 0xff));
        continue;
      }
      if (scope.covers(name.toString())) {
        names.add(name.toString());
      }
      name.setLength(0);
    }
    return names;
  }
}
