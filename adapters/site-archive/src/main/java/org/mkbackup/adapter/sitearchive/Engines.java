package org.mkbackup.adapter.sitearchive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.port.CompressionEngine;
import org.mkbackup.domain.port.ZstdCodec;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Compression;

/**
 * What compresses and expands. Of the engines for gzip the first that works is taken, the JDK's in
 * the end.
 */
final class Engines {

  /** An engine, and the level that it compresses at. */
  record AtLevel(CompressionEngine engine, int level) {}

  /* That of the zstd command. */
  private static final int USUAL_ZSTD_LEVEL = 3;

  private final List<CompressionEngine> engines;
  private final Optional<ZstdCodec> zstd;

  /**
   * Takes those that were found.
   *
   * @param preferred in the order in which they are tried
   * @param zstd without it, archives of that format are refused
   */
  Engines(List<CompressionEngine> preferred, Optional<ZstdCodec> zstd) {
    this.zstd = zstd;
    engines = new ArrayList<>(preferred);
    engines.add(new JdkEngine());
  }

  /** What an archive is written through, as the compression says. */
  ArchiveOutput output(
      SinkStream sink, Compression compression, MemberDigests digests, RunLog log) {
    int threads = compression.threads();
    return switch (compression.format()) {
      case NONE -> new PlainOutput(sink, digests);
      case GZIP ->
          new ParallelGzipOutput(sink, compressing(compression, log), threads, digests, log);
      case ZSTD -> new ZstdOutput(sink, zstd(), zstdLevel(compression, log), threads, digests, log);
    };
  }

  /** What is compressed in an archive; empty if it isn't compressed in a known way. */
  Optional<ExpandingInput> input(ReadBuffer stored) {
    if (GzipHeader.isNext(stored)) {
      return Optional.of(new GzipInput(stored, expanding()));
    }
    return ZstdInput.isNext(stored) ? Optional.of(new ZstdInput(stored, zstd())) : Optional.empty();
  }

  private static int zstdLevel(Compression compression, RunLog log) {
    boolean usual = compression.level() == Compression.USUAL_LEVEL;
    int level = usual ? USUAL_ZSTD_LEVEL : compression.level();
    log.verbose("Compressing with zstd, level " + level);
    return level;
  }

  private ZstdCodec zstd() {
    String fault = zstd.map(codec -> codec.fault().orElse("")).orElse("it isn't there");
    if (zstd.isEmpty() || !fault.isEmpty()) {
      throw new ConfigurationException(
          "zstd can't be used on this machine: " + fault,
          "To read the archive, expand it with the zstd command; to write, set compression.format"
              + " = gzip");
    }
    return zstd.get();
  }

  /** The one to compress with, which is said under verbose. */
  AtLevel compressing(Compression compression, RunLog log) {
    boolean usual = compression.level() == Compression.USUAL_LEVEL;
    CompressionEngine engine = first(each -> usual || each.hasLevel(compression.level()), log);
    int level = usual ? engine.usualLevel() : compression.level();
    log.verbose("Compressing with the engine '" + engine.id() + "', level " + level);
    return new AtLevel(engine, level);
  }

  CompressionEngine expanding() {
    return first(engine -> true, RunLog.silent());
  }

  private CompressionEngine first(Predicate<CompressionEngine> fits, RunLog log) {
    for (CompressionEngine engine : engines) {
      if (fits.test(engine)) {
        String fault = engine.fault().orElse("");
        if (fault.isEmpty()) {
          return engine;
        }
        log.verbose("The engine '" + engine.id() + "' can't be used: " + fault);
      }
    }
    throw new IllegalStateException("The JDK's engine always works");
  }
}
