package org.mkbackup.adapter.zstd;

import com.github.luben.zstd.util.Native;
import java.util.Optional;
import org.mkbackup.domain.port.ZstdCodec;

/** The zstd that zstd-jni brings. */
final class ZstdLibrary implements ZstdCodec {
  private Optional<String> fault = Optional.empty();
  private boolean tried;

  @Override
  public synchronized Optional<String> fault() {
    if (!tried) {
      fault = load();
      tried = true;
    }
    return fault;
  }

  private static Optional<String> load() {
    try {
      Native.load();
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  @Override
  public FrameCompressor compressor(int level) {
    return new ZstdFrameCompressor(level);
  }

  @Override
  public FrameExpander expander() {
    return new ZstdFrameExpander();
  }
}
