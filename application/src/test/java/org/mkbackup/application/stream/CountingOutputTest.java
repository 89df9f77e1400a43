package org.mkbackup.application.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.run.StageTime;

class CountingOutputTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int LARGE = 20 * Pieces.SIZE + 1;

  @AfterEach
  void leavesNoThreadBehind() {
    List<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(List.of("MD5", "SHA-256", "writing", "sealing")::contains)
            .toList();
    assertEquals(List.of(), left);
  }

  @Test
  void notesSizeAndBothDigestsOfWhatPasses() throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    CountingOutput output = new CountingOutput(sink, CLOCK);
    try (output) {
      output.write('a');
      output.write(new byte[] {'x', 'b', 'c'}, 1, 2);
    }

    assertArrayEquals(new byte[] {'a', 'b', 'c'}, sink.toByteArray());
    assertEquals(
        new StoredArchive(
            "abc.tar",
            3,
            "900150983cd24fb0d6963f7d28e17f72",
            Optional.of("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
        output.stored("abc.tar"));
  }

  @Test
  void passesLargeStreamsOnInOrder() throws IOException {
    byte[] content = new byte[LARGE];
    new Random(1).nextBytes(content);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    try (OutputStream output = StagedOutput.to(new CountingOutput(sink, CLOCK), "sealing", CLOCK)) {
      output.write(content);
    }

    assertArrayEquals(content, sink.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, LARGE, 4 * LARGE})
  void wantOfMemoryInAThreadIsNoEndOfTheStream(int length) {
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new OutOfMemoryError("Java heap space");
          }
        };

    assertThrows(
        OutOfMemoryError.class,
        () -> {
          try (OutputStream output = new CountingOutput(sink, CLOCK)) {
            output.write(new byte[length]);
          }
        });
  }

  @Test
  void wantOfMemoryBetweenTwoPiecesIsNoEndOfTheStream() {
    Clock clock = mock();
    when(clock.instant()).thenReturn(Instant.EPOCH).thenThrow(new OutOfMemoryError("heap"));

    assertThrows(
        OutOfMemoryError.class,
        () -> {
          try (OutputStream output =
              StagedOutput.to(OutputStream.nullOutputStream(), "sealing", clock)) {
            output.write(new byte[LARGE]);
          }
        });
  }

  @Test
  void saysWhatEachThreadWasDoing() throws IOException {
    CountingOutput output = new CountingOutput(OutputStream.nullOutputStream(), CLOCK);
    try (output) {
      output.write(new byte[LARGE]);
    }

    assertEquals(
        List.of("MD5", "SHA-256", "writing"),
        output.times().stream().map(StageTime::stage).toList());
  }

  @Test
  void throwsWhatTheSinkThrewAndClosesIt() {
    IOException full = new IOException("no room");
    FullSink sink = new FullSink(full);

    IOException thrown =
        assertThrows(
            IOException.class,
            () -> {
              try (OutputStream output = new CountingOutput(sink, CLOCK)) {
                output.write(new byte[LARGE]);
              }
            });

    assertSame(full, thrown);
    assertTrue(sink.closed);
  }

  @Test
  void givesUpWhatWaitsWhenItsWriterIsInterrupted() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Thread writer = Thread.currentThread();
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            writer.interrupt();
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new InterruptedIOException("ended");
            }
          }
        };

    assertThrows(
        InterruptedIOException.class,
        () -> {
          try (OutputStream output = new CountingOutput(stuck, CLOCK)) {
            output.write(new byte[LARGE]);
          }
        });
    assertTrue(Thread.interrupted());
  }

  @Test
  void holdsAFewBuffersHoweverMuchPasses() throws IOException {
    Pieces pieces = new Pieces();
    for (int i = 0; i < 1000; i++) {
      pieces.take().giveBack();
    }
    assertEquals(1, pieces.made());
  }

  private static final class FullSink extends OutputStream {
    private final IOException failure;
    private boolean closed;

    FullSink(IOException failure) {
      this.failure = failure;
    }

    @Override
    public void write(int b) throws IOException {
      throw failure;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
