package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.mkbackup.domain.port.CompressionEngine;

/** The zlib that the JDK brings or finds. */
final class JdkEngine implements CompressionEngine {
  static final String ID = "jdk";

  @Override
  public String id() {
    return ID;
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
    return 6;
  }

  @Override
  public BlockDeflater deflater(int level) {
    return new SampledDeflater(level);
  }

  @Override
  public RawInflater inflater() {
    return new Inflating(new Inflater(true));
  }

  private record Inflating(Inflater inflater) implements RawInflater {

    @Override
    public void reset() {
      inflater.reset();
    }

    @Override
    public boolean inflate(ByteBuffer input, ByteBuffer output) throws DataFormatException {
      inflater.setInput(input);
      inflater.inflate(output);
      if (inflater.needsDictionary()) {
        throw new DataFormatException("it asks for a dictionary");
      }
      return inflater.finished();
    }

    @Override
    public void close() {
      inflater.end();
    }
  }
}
