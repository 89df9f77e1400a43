package org.mkbackup.adapter.sitearchive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mkbackup.domain.port.CompressionEngine;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Compression;

/** The engines to choose from: the first that works is taken, the JDK's in the end. */
final class Engines {

  /** An engine, and the level that it compresses at. */
  record AtLevel(CompressionEngine engine, int level) {}

  private final List<CompressionEngine> engines;

  /**
   * Takes those that were found.
   *
   * @param preferred in the order in which they are tried
   */
  Engines(List<CompressionEngine> preferred) {
    engines = new ArrayList<>(preferred);
    engines.add(new JdkEngine());
  }

  /** What an archive is written through, as the compression says. */
  ArchiveOutput output(SinkStream sink, Compression compression, RunLog log) {
    return compression.gzip()
        ? new ParallelGzipOutput(sink, compressing(compression, log), compression.threads(), log)
        : new PlainOutput(sink);
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
