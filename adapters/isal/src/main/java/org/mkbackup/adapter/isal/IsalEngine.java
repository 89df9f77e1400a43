package org.mkbackup.adapter.isal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.port.CompressionEngine;

/** ISA-L: about 1 GB a second on one core at its first two levels. It has none above the third. */
final class IsalEngine implements CompressionEngine {
  static final String ID = "isal";
  static final int MOST = 3;

  private @Nullable Loaded loaded;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<String> fault() {
    return loaded().library().isPresent() ? Optional.empty() : Optional.of(loaded().fault());
  }

  @Override
  public boolean hasLevel(int level) {
    return level <= MOST;
  }

  @Override
  public int usualLevel() {
    return 1;
  }

  @Override
  public BlockDeflater deflater(int level) {
    return new IsalDeflater(library(), level);
  }

  @Override
  public RawInflater inflater() {
    return new IsalInflater(library());
  }

  private LibIsal library() {
    return loaded().library().orElseThrow(() -> new IllegalStateException(loaded().fault()));
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      loaded = Loaded.now();
    }
    return loaded;
  }
}
