package org.mkbackup.application.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.mkbackup.domain.run.StageTime;

/**
 * Has others work on what is written, each on a thread of its own, so that the writer goes on. A
 * fixed number of buffers is under way. What they fail with is thrown by a later write, or by
 * closing, which waits for them. A flush begins work on what was written, and doesn't wait.
 */
public final class StagedOutput extends OutputStream {
  private final OutputStream sink;
  private final List<Lane> lanes;
  private final Pieces pool = new Pieces();
  private Piece current;
  private boolean closed;
  private boolean failed;

  StagedOutput(OutputStream sink, List<Lane> lanes) {
    this.sink = sink;
    this.lanes = List.copyOf(lanes);
    current = pool.first();
  }

  /** Writes to a sink on a thread of its own; closes it with this. */
  public static StagedOutput to(OutputStream sink, String name, Clock clock) {
    return new StagedOutput(sink, List.of(new Lane(name, sink::write, clock)));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      if (current.room() == 0) {
        handOver();
      }
      int part = Math.min(end - from, current.room());
      System.arraycopy(bytes, from, current.bytes(), current.length(), part);
      current.grow(part);
      from += part;
    }
  }

  @Override
  public void flush() throws IOException {
    if (!closed && current.length() > 0) {
      handOver();
    }
  }

  private void handOver() throws IOException {
    failed = true;
    current.share(lanes.size());
    lanes.forEach(lane -> lane.add(current));
    current = pool.take();
    for (Lane lane : lanes) {
      lane.check();
    }
    failed = false;
  }

  /** Where a write has failed, what is still under way is given up. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    try (sink) {
      if (!failed) {
        flush();
        for (Lane lane : lanes) {
          lane.finish();
        }
      }
    } finally {
      closed = true;
      lanes.forEach(Lane::close);
    }
  }

  /** How long each was at work; to be asked when this is closed. */
  public List<StageTime> times() {
    return lanes.stream().map(Lane::time).toList();
  }
}
