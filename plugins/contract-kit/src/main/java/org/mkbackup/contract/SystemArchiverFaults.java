package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.run.Progress;

/** What a {@link org.mkbackup.domain.port.SystemArchiver} does when what it works with fails. */
abstract class SystemArchiverFaults extends SystemArchiverRefusals {
  private final TargetException gone = new TargetException("The target is gone", "");

  private static InputStream failingAfter(byte[] begin, Supplier<IOException> failure) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure.get();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw failure.get();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(begin), failing);
  }

  private static OutputStream failingSink(Supplier<IOException> failure) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw failure.get();
      }
    };
  }

  private IOException throwGone() {
    throw gone;
  }

  private void packTo(OutputStream sink) {
    archiver().pack(saved(), GZIP, sink, log(), Progress.silent());
  }

  private byte[] half() {
    byte[] archive = pack();
    return Arrays.copyOf(archive, archive.length / 2);
  }

  @Test
  void passesOnWhatTheSinkSays() {
    OutputStream sink = failingSink(this::throwGone);
    assertSame(gone, assertThrows(TargetException.class, () -> packTo(sink)));
  }

  @Test
  void blamesTheTargetForASinkThatFails() {
    IOException full = new IOException("No space left on device");
    OutputStream sink = failingSink(() -> full);
    TargetException failure = assertThrows(TargetException.class, () -> packTo(sink));
    assertTrue(failure.what().contains("No space left on device"), failure::what);
  }

  @Test
  void passesOnWhatTheSourceSays() {
    InputStream source = failingAfter(half(), this::throwGone);
    assertSame(
        gone,
        assertThrows(
            TargetException.class,
            () -> archiver().restore(live(), source, log(), Progress.silent())));
  }

  @Test
  void blamesTheArchiveForASourceThatFails() {
    InputStream source = failingAfter(half(), () -> new IOException("torn tape"));
    ArchiveException failure =
        assertThrows(
            ArchiveException.class, () -> archiver().check(live(), source, Progress.silent()));
    assertTrue(failure.what().contains("torn tape"), failure::what);
  }

  @Test
  void blamesADirectoryThatIsNotThere() throws IOException {
    byte[] archive = pack();
    Files.move(live().directory(), workspace().resolve("elsewhere"));
    assertThrows(SiteException.class, () -> restore(archive));
    Files.move(saved().directory(), workspace().resolve("far away"));
    assertThrows(SiteException.class, this::pack);
  }

  @Test
  void removesNothingBeforeTheArchiveWasGoodToItsEnd() {
    byte[] archive = pack();
    byte[] cut = Arrays.copyOf(archive, archive.length - 1);
    assertThrows(ArchiveException.class, () -> restore(cut));
    assertTrue(Files.exists(inLive("only-old")));
  }

  @Test
  void finishesWhatFailedWhenItIsCalledAgain() {
    byte[] archive = pack();
    assertThrows(
        ArchiveException.class, () -> restore(Arrays.copyOf(archive, archive.length * 3 / 4)));
    restore(archive);
    assertEquals(
        TreeListing.of(saved().directory()), TreeListing.of(live().directory()), "after a failure");
  }

  @Test
  void stopsWhenItIsInterrupted() {
    byte[] archive = pack();
    assertStops(this::pack);
    assertStops(() -> check(archive));
    assertStops(() -> restore(archive));
  }

  /* The interrupt is used up, so that what is done on the way out is not disturbed by it. */
  private static void assertStops(Executable work) {
    Thread.currentThread().interrupt();
    try {
      assertThrows(StoppedException.class, work);
      assertFalse(Thread.currentThread().isInterrupted());
    } finally {
      Thread.interrupted();
    }
  }
}
