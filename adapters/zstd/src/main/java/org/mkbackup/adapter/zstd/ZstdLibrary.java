package org.mkbackup.adapter.zstd;

import com.github.luben.zstd.util.Native;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.port.ZstdCodec;

/** The zstd that zstd-jni brings. */
final class ZstdLibrary implements ZstdCodec {
  private @Nullable Optional<String> fault;

  @Override
  public synchronized Optional<String> fault() {
    Optional<String> known = fault;
    if (known == null) {
      known = load();
      fault = known;
    }
    return known;
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
