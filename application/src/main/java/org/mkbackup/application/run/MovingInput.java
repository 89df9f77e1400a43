package org.mkbackup.application.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a {@link Movement} that bytes should move as long as a read lasts. */
public final class MovingInput extends FilterInputStream {
  private final Movement movement;
  private final String doing;

  public MovingInput(InputStream source, Movement movement, String doing) {
    super(source);
    this.movement = movement;
    this.doing = doing;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    movement.begin(this, doing);
    boolean done = false;
    try {
      int read = in.read(bytes, offset, length);
      done = true;
      movement.end(this);
      return read;
    } finally {
      if (!done) {
        movement.abandon(this);
      }
    }
  }
}
