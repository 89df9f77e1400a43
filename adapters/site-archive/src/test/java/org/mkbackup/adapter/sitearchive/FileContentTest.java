package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mkbackup.adapter.sitearchive.FileContent.Outcome;
import org.mkbackup.domain.run.Progress;

class FileContentTest {
  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
  private final PlainOutput output =
      new PlainOutput(new SinkStream(sink, Progress.silent()), MemberDigests.none());

  private static byte[] random(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private Outcome copy(InputStream file, int promised) throws IOException {
    return new FileContent(output, MemberDigests.none()).copy(Channels.newChannel(file), promised);
  }

  @Property(tries = 200)
  void copiesWhatWasPromisedAndNoMore(
      @ForAll @IntRange(max = 600_000) int length,
      @ForAll @IntRange(max = 600_000) int promised,
      @ForAll @IntRange(max = 300_000) int before)
      throws IOException {
    sink.reset();
    byte[] content = random(length);
    byte[] other = random(before);
    output.put(other, 0, before);
    Outcome outcome = copy(new ByteArrayInputStream(content), promised);
    output.finish();
    byte[] expected = Arrays.copyOf(other, before + promised);
    System.arraycopy(content, 0, expected, before, Math.min(length, promised));
    assertArrayEquals(expected, sink.toByteArray());
    assertEquals(
        length < promised
            ? Outcome.SHRUNK
            : length > promised ? Outcome.GROWN : Outcome.AS_PROMISED,
        outcome);
  }

  @Example
  void noticesAFileThatGrowsByOneByteAtTheEndOfABuffer() throws IOException {
    int buffer = output.room().remaining();
    assertEquals(Outcome.GROWN, copy(new ByteArrayInputStream(new byte[buffer + 1]), buffer));
    assertEquals(Outcome.AS_PROMISED, copy(new ByteArrayInputStream(new byte[buffer]), buffer));
    assertEquals(Outcome.GROWN, copy(new ByteArrayInputStream(new byte[1]), 0));
  }

  @Example
  void endsWhereItCannotReadOn() {
    InputStream begin = new ByteArrayInputStream(random(1000));
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = begin.read(bytes, offset, length);
            return read < 0 ? read() : read;
          }
        };
    FileContent content = new FileContent(output, MemberDigests.none());
    assertThrows(IOException.class, () -> content.copy(Channels.newChannel(broken), 300_000));
  }
}
