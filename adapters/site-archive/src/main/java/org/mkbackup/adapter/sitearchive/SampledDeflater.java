package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import org.mkbackup.domain.port.CompressionEngine;
import org.mkbackup.domain.port.CompressionEngine.BlockDeflater;

/**
 * Compresses each block in the way that suits it best, which a sample of it tells: zlib's usual
 * one, without short matches, which costs text of many short words less, or not at all.
 */
final class SampledDeflater implements BlockDeflater {
  private static final int PIECE = 2 * 1024;
  private static final int PIECES = 4;

  /* Of less than the dictionary before it a sample says too little. */
  private static final int SMALLEST = CompressionEngine.WINDOW;

  /* From here on zlib looks for better matches than the first, which is where its ways differ. */
  private static final int FIRST_LAZY_LEVEL = 4;

  /* From here on a level more costs the usual way a third of its time, and gains half a per cent. */
  private static final int FIRST_DEAR_LEVEL = 6;

  private final boolean isLazy;
  private final Way usual;
  private final Way withoutShort;
  private final Deflater stored = new Deflater(Deflater.NO_COMPRESSION, true);
  private final ByteBuffer sample = ByteBuffer.allocateDirect(PIECES * PIECE);
  private final ByteBuffer scrap = ByteBuffer.allocateDirect(2 * PIECES * PIECE);

  /**
   * Compresses with zlib, to about the size that its usual way has at that level.
   *
   * @param level 1 to 9
   */
  SampledDeflater(int level) {
    isLazy = level >= FIRST_LAZY_LEVEL;
    int usualLevel = level < FIRST_DEAR_LEVEL ? level : level - 1;
    usual = new Way(usualLevel, Deflater.DEFAULT_STRATEGY);
    withoutShort = new Way(level, Deflater.FILTERED);
  }

  @Override
  public void deflate(ByteBuffer dictionary, ByteBuffer block, ByteBuffer output) {
    Deflater chosen = choose(block);
    chosen.reset();
    if (dictionary.hasRemaining() && chosen != stored) {
      chosen.setDictionary(dictionary);
    }
    int length = block.remaining();
    chosen.setInput(block);
    int size = chosen.deflate(output, Deflater.SYNC_FLUSH);
    if (!output.hasRemaining()) {
      throw new IllegalStateException(length + " bytes became more than " + size);
    }
  }

  private Deflater choose(ByteBuffer block) {
    if (block.remaining() < SMALLEST) {
      return usual.deflater;
    }
    takeSample(block);
    int usually = usual.tried();
    int otherwise = isLazy ? withoutShort.tried() : usually;
    if (Math.min(usually, otherwise) >= sample.capacity()) {
      return stored;
    }
    return otherwise < usually ? withoutShort.deflater : usual.deflater;
  }

  /* From all over the block, as one file may end in it and another one begin. */
  private void takeSample(ByteBuffer block) {
    sample.clear();
    int step = block.remaining() / PIECES;
    for (int i = 0; i < PIECES; i++) {
      int from = block.position() + i * step + (step - PIECE) / 2;
      sample.put(block.duplicate().limit(from + PIECE).position(from));
    }
  }

  @Override
  public void close() {
    usual.end();
    withoutShort.end();
    stored.end();
  }

  private final class Way {
    private final Deflater deflater;
    private final Deflater trial;

    private Way(int level, int strategy) {
      deflater = deflater(level, strategy);
      trial = deflater(Math.min(level, FIRST_LAZY_LEVEL), strategy);
    }

    /* What is compressed first after a change of the strategy would be in the old one. */
    private static Deflater deflater(int level, int strategy) {
      Deflater deflater = new Deflater(level, true);
      deflater.setStrategy(strategy);
      deflater.deflate(new byte[16]);
      return deflater;
    }

    /** The size that the sample has in this way. */
    private int tried() {
      trial.reset();
      trial.setInput(sample.flip());
      trial.finish();
      return trial.deflate(scrap.clear());
    }

    private void end() {
      deflater.end();
      trial.end();
    }
  }
}
