package org.mkbackup.application.run;

import java.io.IOException;
import java.io.OutputStream;

/** Tells a {@link Movement} of the bytes that pass to the stream below, closed with this. */
public final class MovingOutput extends OutputStream {
  private final OutputStream sink;
  private final Movement movement;
  private final String doing;
  private final boolean betweenWrites;

  private MovingOutput(OutputStream sink, Movement movement, String doing, boolean betweenWrites) {
    this.sink = sink;
    this.movement = movement;
    this.doing = doing;
    this.betweenWrites = betweenWrites;
  }

  /** Where whoever writes has something to write from its first byte until it flushes. */
  public static OutputStream fed(OutputStream sink, Movement movement, String doing) {
    return new MovingOutput(sink, movement, doing, true);
  }

  /** Where bytes should move as long as a write lasts. */
  public static OutputStream taking(OutputStream sink, Movement movement, String doing) {
    return new MovingOutput(sink, movement, doing, false);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    movement.begin(this, doing);
    boolean written = false;
    try {
      sink.write(bytes, offset, length);
      written = true;
    } finally {
      if (!written) {
        movement.abandon(this);
      }
    }
    if (betweenWrites) {
      movement.moved();
    } else {
      movement.end(this);
    }
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
    movement.end(this);
  }

  @Override
  public void close() throws IOException {
    movement.abandon(this);
    sink.close();
  }
}
