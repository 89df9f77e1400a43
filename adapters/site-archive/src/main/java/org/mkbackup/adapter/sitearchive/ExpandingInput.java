package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;

/** What is compressed in an archive, checked on its way. Used by one thread at a time. */
interface ExpandingInput extends AutoCloseable {

  /** Where filling a buffer has ended. */
  enum Stop {
    FULL,
    /** All that was put in up to here has been checked. */
    CHECKED,
    /** There is nothing more; nothing was put into the buffer. */
    END
  }

  /** Expands to where the buffer is full, or to where all has been checked. */
  Stop fill(ByteBuffer output);

  @Override
  void close();
}
