package org.mkbackup.adapter.sitearchive;

import java.util.Optional;
import java.util.function.IntFunction;
import org.mkbackup.domain.port.CompressionEngine;

/** The JDK's engine with another way to compress. */
record OtherDeflater(IntFunction<BlockDeflater> deflaters) implements CompressionEngine {

  @Override
  public String id() {
    return "other";
  }

  @Override
  public Optional<String> fault() {
    return Optional.empty();
  }

  @Override
  public boolean hasLevel(int level) {
    return true;
  }

  @Override
  public int usualLevel() {
    return GzipTrial.JDK.usualLevel();
  }

  @Override
  public BlockDeflater deflater(int level) {
    return deflaters.apply(level);
  }

  @Override
  public RawInflater inflater() {
    return GzipTrial.JDK.inflater();
  }
}
