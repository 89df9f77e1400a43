package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.Compression;

class ParallelGzipOutputTest {
  private static final DeflateEngine JDK = new JdkDeflateEngine();

  @TempDir private Path directory;

  /** Parts that can't be compressed between parts that can. */
  private static byte[] content(int length, long seed) {
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

  private static void compress(
      byte[] content, DeflateEngine engine, Compression compression, OutputStream sink) {
    SinkStream stream = new SinkStream(sink, Progress.silent());
    try (ParallelGzipOutput output = new ParallelGzipOutput(stream, engine, compression)) {
      output.put(content, 0, content.length);
      output.finish();
    }
    assertTrue(threads().isEmpty(), threads()::toString);
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("gzip-"))
        .toList();
  }

  @Property(tries = 40)
  void isReadByTheJdk(
      @ForAll @IntRange(max = 3_000_000) int length,
      @ForAll @IntRange(min = 1, max = 9) int level,
      @ForAll @IntRange(min = 1, max = 5) int threads)
      throws IOException {
    byte[] content = content(length, length);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    compress(content, JDK, new Compression(true, level, threads), sink);
    byte[] compressed = sink.toByteArray();
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      assertArrayEquals(content, gzip.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 524_287, 524_288, 524_289, 1_048_576, 10_000_000})
  void isReadByOtherProgramsAsOneMember(int length) throws IOException {
    byte[] content = content(length, 1);
    Path file = directory.resolve("file.gz");
    try (OutputStream sink = Files.newOutputStream(file)) {
      compress(content, JDK, new Compression(true, 1, 3), sink);
    }
    Program.run(file, "gzip", "-t");
    Program.run(file, "pigz", "-t");
    String oneMember =
        "import sys, zlib; d = zlib.decompressobj(31);"
            + "sys.stdout.buffer.write(d.decompress(sys.stdin.buffer.read()));"
            + "sys.exit(not d.eof or len(d.unused_data))";
    assertArrayEquals(content, Program.run(file, List.of("python3", "-c", oneMember)));
  }

  @Test
  void losesNextToNothingByItsBlocks() throws IOException {
    byte[] content = new byte[4_000_000];
    Random random = new Random(1);
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) ('a' + random.nextInt(4));
    }
    ByteArrayOutputStream inBlocks = new ByteArrayOutputStream();
    compress(content, JDK, new Compression(true, 6, 2), inBlocks);
    Path file = Files.write(directory.resolve("file"), content);
    int whole = Program.run(file, List.of("gzip", "-6")).length;
    assertTrue(inBlocks.size() < 1.01 * whole, inBlocks.size() + " against " + whole);
  }

  @Test
  void throwsWhatTheEngineThrewAndEndsItsThreads() {
    UnsupportedOperationException failure = new UnsupportedOperationException("no such level");
    DeflateEngine broken =
        level -> {
          throw failure;
        };
    byte[] content = new byte[5_000_000];
    assertSame(
        failure,
        assertThrows(
            UnsupportedOperationException.class,
            () -> compress(content, broken, Archives.GZIP, OutputStream.nullOutputStream())));
    assertEquals(List.of(), threads());
  }

  @Test
  void throwsWhatTheSinkThrewAndEndsItsThreads() {
    TargetException full = new TargetException("The target is full", "");
    OutputStream sink =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (size() > 1_000_000) {
              throw full;
            }
          }
        };
    byte[] content = content(20_000_000, 3);
    assertSame(
        full,
        assertThrows(TargetException.class, () -> compress(content, JDK, Archives.GZIP, sink)));
    assertEquals(List.of(), threads());
  }

  @Test
  void stopsWhileItWaitsForACompressor() {
    Thread writer = Thread.currentThread();
    DeflateEngine interrupting =
        level -> {
          DeflateEngine.BlockDeflater real = JDK.start(level);
          return new InterruptingDeflater(real, writer);
        };
    byte[] content = content(20_000_000, 4);
    try {
      assertThrows(
          StoppedException.class,
          () -> compress(content, interrupting, Archives.GZIP, OutputStream.nullOutputStream()));
    } finally {
      Thread.interrupted();
    }
    assertEquals(List.of(), threads());
  }

  private record InterruptingDeflater(DeflateEngine.BlockDeflater real, Thread writer)
      implements DeflateEngine.BlockDeflater {
    @Override
    public int deflate(byte[] input, int dictionary, int offset, int length, byte[] output) {
      writer.interrupt();
      return real.deflate(input, dictionary, offset, length, output);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
