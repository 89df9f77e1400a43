package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The names of the extended attributes of a file, one after the other, each with a NUL. */
final class AttributeNames {
  /** As long as a list or a value can be on Linux. */
  static final int LONGEST = 64 * 1024;

  /* For a longer list the system takes memory of its own, as much as the list may have. */
  private static final int USUAL = 1024;

  /** Asks the system for the names, as llistxattr(2) does, with room for so many bytes. */
  interface Call {
    long list(ByteBuffer names, long size);
  }

  private final AttributeScope scope;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);

  AttributeNames(AttributeScope scope) {
    this.scope = scope;
  }

  /** The length of all names, to be read here; negative as the call's, if that failed. */
  long ask(LinuxCalls calls, Call call) {
    long length = call.list(buffer, USUAL);
    return length < 0 && calls.error() == LinuxCalls.ERANGE ? call.list(buffer, LONGEST) : length;
  }

  /** Those names that are in the scope, raw. */
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
