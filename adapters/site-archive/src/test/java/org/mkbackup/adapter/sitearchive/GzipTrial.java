package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.mkbackup.domain.port.CompressionEngine;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Compression;

/** Compresses on several threads, and sees that they end. */
final class GzipTrial {
  static final CompressionEngine JDK = new JdkEngine();

  private GzipTrial() {}

  /** Parts that can't be compressed between parts that can. */
  static byte[] content(int length, long seed) {
    byte[] content = new byte[length];
    Random random = new Random(seed);
    for (int at = 0; at < length; ) {
      int part = Math.min(length - at, 1 + random.nextInt(300_000));
      byte[] piece = new byte[part];
      if (random.nextBoolean()) {
        random.nextBytes(piece);
      } else {
        Arrays.fill(piece, (byte) random.nextInt());
      }
      System.arraycopy(piece, 0, content, at, part);
      at += part;
    }
    return content;
  }

  static void compress(
      byte[] content, CompressionEngine engine, Compression compression, OutputStream sink) {
    SinkStream stream = new SinkStream(sink, Progress.silent());
    try (ParallelGzipOutput output =
        new ParallelGzipOutput(
            stream,
            new Engines.AtLevel(engine, compression.level()),
            compression.threads(),
            MemberDigests.none(),
            RunLog.silent())) {
      output.put(content, 0, content.length);
      output.finish();
    }
    assertTrue(threads().isEmpty(), threads()::toString);
  }

  static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("packing-"))
        .toList();
  }
}
