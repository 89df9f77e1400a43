package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;

/** Many files, and long ones. */
class LargeSiteTest {
  private static final long LONG = (8L << 30) + 12_345;
  private static final byte[] MARK = {1, 2, 3, 4, 5, 6, 7, 8};

  @TempDir(factory = InMemory.class)
  private Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectory(home());
    Files.createSymbolicLink(home().resolve("version"), Path.of(TarForge.VERSION));
  }

  private Path home() {
    return directory.resolve("heute");
  }

  private static long blocks(Path file) throws IOException {
    List<String> command = List.of("stat", "-c", "%b", file.toString());
    return Long.parseLong(Program.text(Program.run(Program.NOTHING, command)).strip());
  }

  /** Keeps the first bytes and counts all. */
  private static final class Beginning extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long count;

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      kept.write(bytes, offset, Math.max(0, Math.min(length, 65_536 - kept.size())));
      count += length;
    }
  }

  @Test
  void aFileOfMoreThanEightGibibytesGoesIn() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(home().resolve("x").toFile(), "rw")) {
      file.setLength(LONG);
    }
    Beginning sink = new Beginning();
    ArchiveSummary summary = Archives.pack(home(), Compression.NONE, sink);
    assertEquals(LONG, summary.contentBytes());
    assertTrue(sink.count > LONG && sink.count % TarFormat.RECORD == 0, "bytes: " + sink.count);
    Path begin = Files.write(directory.resolve("begin"), sink.kept.toByteArray());
    String sizes =
        "import sys, tarfile; t = tarfile.open(fileobj=sys.stdin.buffer, mode='r|*');"
            + "print([t.next().size for i in range(4)])";
    byte[] output = Program.run(begin, List.of("python3", "-c", sizes));
    assertEquals("[0, 0, 0, " + LONG + "]\n", Program.text(output));
  }

  @Test
  void aFileOfMoreThanEightGibibytesComesOutAndTakesNoRoomForZeros() throws IOException {
    byte[] head =
        TarForge.site().pax("size=" + LONG).member('0', "heute/x", "", "").raw(MARK).cut();
    long zeros = LONG - MARK.length - MARK.length;
    byte[] tail = new TarForge().raw(MARK).raw(new byte[TarFormat.padding(LONG)]).end();
    InputStream archive =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(head),
                    new Zeros(zeros),
                    new ByteArrayInputStream(tail))));
    Path unpacked = directory.resolve("unpacked");
    Archives.unpack(archive, unpacked);
    Path file = unpacked.resolve("x");
    assertEquals(LONG, Files.size(file));
    assertTrue(blocks(file) < 1000, "blocks: " + blocks(file));
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer end = ByteBuffer.allocate(2 * MARK.length);
      channel.read(end, LONG - 2L * MARK.length);
      byte[] expected = new byte[2 * MARK.length];
      System.arraycopy(MARK, 0, expected, MARK.length, MARK.length);
      assertArrayEquals(expected, end.array());
    }
  }

  @Test
  void aHoleAtTheEndCounts() throws IOException {
    int length = 20_000_000;
    byte[] archive = TarForge.site().pax("size=" + length).member('0', "heute/x", "", "").cut();
    byte[] rest = new byte[length + TarFormat.padding(length) + 1024];
    Path unpacked = directory.resolve("unpacked");
    Archives.unpack(
        new SequenceInputStream(new ByteArrayInputStream(archive), new ByteArrayInputStream(rest)),
        unpacked);
    assertEquals(length, Files.size(unpacked.resolve("x")));
    assertTrue(blocks(unpacked.resolve("x")) < 1000);
  }

  /** Zeros that cost nothing: the reader's buffer never holds anything else. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int part = (int) Math.min(length, left);
      Arrays.fill(bytes, offset, offset + part, (byte) 0);
      left -= part;
      return part;
    }
  }

  @Test
  void aHundredThousandFilesInADirectoryNeedLittleMemory() throws IOException {
    Path many = Files.createDirectory(home().resolve("many"));
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      Files.createFile(many.resolve("a file with quite a long name, number " + i));
    }
    Path unpacked = directory.resolve("unpacked");
    PackAndUnpack.inAnotherJava(List.of(), "32m", home(), directory.resolve("archive"), unpacked);
    String[] names = unpacked.resolve("many").toFile().list();
    assertEquals(count, names == null ? 0 : names.length);
    assertTrue(Files.exists(unpacked.resolve("version"), LinkOption.NOFOLLOW_LINKS));
  }
}
