package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.mkbackup.domain.run.RunLog;

/**
 * Compresses blocks side by side, and writes them in their order. The sink is written by the
 * calling thread only. At most {@code threads + 2} blocks are under way; the caller waits for the
 * oldest then.
 */
abstract class ParallelOutput implements ArchiveOutput {
  private final SinkStream sink;
  private final MemberDigests digests;
  private final RunLog log;
  private final CompressorThreads threads;
  private final int mostUnderWay;
  private final Deque<Future<Block>> underWay = new ArrayDeque<>();
  private final Deque<Block> free = new ArrayDeque<>();
  private Block current = new Block();

  ParallelOutput(
      SinkStream sink,
      Supplier<BlockCompressor> compressors,
      int threadCount,
      MemberDigests digests,
      RunLog log) {
    this.digests = digests;
    this.log = log;
    this.sink = sink;
    threads = new CompressorThreads(compressors, threadCount);
    mostUnderWay = threadCount + 2;
    current.begin();
  }

  /** Takes note of a block that is handed to a compressor. */
  abstract void note(ByteBuffer content);

  /** Writes what follows on the last block. */
  abstract void writeEnd();

  @Override
  public final ByteBuffer room() {
    if (!current.room().hasRemaining()) {
      Block full = current;
      full.lend(digests.handOver());
      current = nextFree();
      current.beginAfter(full);
      submit(full);
    }
    return current.room();
  }

  @Override
  public final void finish() {
    submit(current);
    while (!underWay.isEmpty()) {
      writeOldest();
    }
    writeEnd();
    sink.flush();
    log.verbose(threads.time().line());
  }

  @Override
  public final void close() {
    threads.close();
  }

  private void submit(Block block) {
    note(block.content());
    underWay.add(threads.compress(block));
  }

  private Block nextFree() {
    while (!underWay.isEmpty()
        && (underWay.size() >= mostUnderWay || underWay.element().isDone())) {
      writeOldest();
    }
    Block block = free.poll();
    if (block == null) {
      return new Block();
    }
    digests.await(block.lent());
    return block;
  }

  private void writeOldest() {
    Block block = CompressorThreads.await(underWay.element());
    underWay.remove();
    sink.write(block.compressed());
    free.add(block);
  }
}
