package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Copies what was promised of a file, however long it has become. */
final class FileContent {

  /** How it went. */
  enum Outcome {
    AS_PROMISED,
    SHRUNK,
    GROWN
  }

  private final ArchiveOutput output;
  private final MemberDigests digests;
  private long left;

  /**
   * Copies to an output.
   *
   * @param digests takes all that is copied
   */
  FileContent(ArchiveOutput output, MemberDigests digests) {
    this.output = output;
    this.digests = digests;
  }

  /**
   * Copies exactly the promised bytes. Where the file ends before, zeros take their place; where it
   * goes on, the rest is left.
   *
   * @throws IOException if it can't be read on; then less was copied than was promised
   */
  Outcome copy(ReadableByteChannel file, long promised) throws IOException {
    left = promised;
    while (left > 0) {
      ByteBuffer room = output.room();
      // One byte more, where there is room, tells whether the file goes on.
      int wanted = (int) Math.min(room.remaining(), left + 1);
      int read = read(file, room, wanted);
      if (read < 0) {
        fill();
        return Outcome.SHRUNK;
      }
      if (read > left) {
        room.position(room.position() - 1);
        digests.content(room, read - 1);
        left = 0;
        return Outcome.GROWN;
      }
      digests.content(room, read);
      left -= read;
      if (left == 0 && read < wanted) {
        return Outcome.AS_PROMISED;
      }
    }
    return file.read(ByteBuffer.allocateDirect(1)) > 0 ? Outcome.GROWN : Outcome.AS_PROMISED;
  }

  private void fill() {
    while (left > 0) {
      Interrupts.check();
      ByteBuffer room = output.room();
      int part = (int) Math.min(room.remaining(), left);
      room.put(new byte[part]);
      digests.content(room, part);
      left -= part;
    }
  }

  private static int read(ReadableByteChannel file, ByteBuffer room, int wanted)
      throws IOException {
    Interrupts.check();
    int limit = room.limit();
    room.limit(room.position() + wanted);
    try {
      return file.read(room);
    } finally {
      room.limit(limit);
    }
  }
}
