package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.mkbackup.domain.site.Compression;

class ParallelGzipOutputTest {
  @TempDir private Path directory;

  @Property(tries = 40)
  void isReadByTheJdk(
      @ForAll @IntRange(max = 3_000_000) int length,
      @ForAll @IntRange(min = 1, max = 9) int level,
      @ForAll @IntRange(min = 1, max = 5) int threads)
      throws IOException {
    byte[] content = GzipTrial.content(length, length);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    GzipTrial.compress(
        content, GzipTrial.JDK, new Compression(Compression.Format.GZIP, level, threads), sink);
    byte[] compressed = sink.toByteArray();
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      assertArrayEquals(content, gzip.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 524_287, 524_288, 524_289, 1_048_576, 10_000_000})
  void isReadByOtherProgramsAsOneMember(int length) throws IOException {
    byte[] content = GzipTrial.content(length, 1);
    Path file = directory.resolve("file.gz");
    try (OutputStream sink = Files.newOutputStream(file)) {
      GzipTrial.compress(
          content, GzipTrial.JDK, new Compression(Compression.Format.GZIP, 1, 3), sink);
    }
    Program.run(file, List.of("gzip", "-t"));
    Program.run(file, List.of("pigz", "-t"));
    Program.run(file, List.of("igzip", "-t"));
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
    GzipTrial.compress(
        content, GzipTrial.JDK, new Compression(Compression.Format.GZIP, 6, 2), inBlocks);
    Path file = Files.write(directory.resolve("file"), content);
    int whole = Program.run(file, List.of("gzip", "-6")).length;
    assertTrue(inBlocks.size() < 1.01 * whole, inBlocks.size() + " against " + whole);
  }
}
