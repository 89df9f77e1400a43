package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import org.mkbackup.domain.run.RunLog;

/**
 * One gzip member (RFC 1952), the blocks of which are compressed side by side.
 *
 * <p>It must be one: stream readers like Python's stop without a word at the end of the first. So
 * each block is primed with the 32 KiB before it and ends on a whole byte, and all are put one
 * behind the other. The sink is written by the calling thread only. At most {@code threads + 2}
 * blocks are under way; the caller waits for the oldest then.
 */
final class ParallelGzipOutput implements ArchiveOutput {
  private static final byte[] LAST_BLOCK = {3, 0};
  private static final byte UNIX = 3;

  private final SinkStream sink;
  private final RunLog log;
  private final CompressorThreads threads;
  private final int mostUnderWay;
  private final Deque<Future<GzipBlock>> underWay = new ArrayDeque<>();
  private final Deque<GzipBlock> free = new ArrayDeque<>();
  private final CRC32 crc = new CRC32();
  private GzipBlock current = new GzipBlock();
  private long length;

  ParallelGzipOutput(SinkStream sink, Engines.AtLevel engine, int threadCount, RunLog log) {
    this.log = log;
    this.sink = sink;
    threads = new CompressorThreads(engine, threadCount);
    mostUnderWay = threadCount + 2;
    current.begin();
    byte speed = (byte) (engine.level() == 9 ? 2 : engine.level() == 1 ? 4 : 0);
    sink.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, speed, UNIX}, 0, 10);
  }

  @Override
  public ByteBuffer room() {
    if (!current.room().hasRemaining()) {
      GzipBlock full = current;
      current = nextFree();
      current.beginAfter(full);
      submit(full);
    }
    return current.room();
  }

  @Override
  public void finish() {
    submit(current);
    while (!underWay.isEmpty()) {
      writeOldest();
    }
    ByteBuffer end = ByteBuffer.allocate(LAST_BLOCK.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    end.put(LAST_BLOCK).putInt((int) crc.getValue()).putInt((int) length);
    sink.write(end.array(), 0, end.position());
    sink.flush();
    log.verbose(threads.time().line());
  }

  @Override
  public void close() {
    threads.close();
  }

  private void submit(GzipBlock block) {
    crc.update(block.content());
    length += block.length();
    underWay.add(threads.compress(block));
  }

  private GzipBlock nextFree() {
    while (!underWay.isEmpty()
        && (underWay.size() >= mostUnderWay || underWay.element().isDone())) {
      writeOldest();
    }
    GzipBlock block = free.poll();
    return block == null ? new GzipBlock() : block;
  }

  private void writeOldest() {
    GzipBlock block = CompressorThreads.await(underWay.element());
    underWay.remove();
    sink.write(block.compressed());
    free.add(block);
  }
}
