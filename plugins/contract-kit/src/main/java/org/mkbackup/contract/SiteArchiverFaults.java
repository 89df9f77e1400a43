package org.mkbackup.contract;

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

/** What a {@link org.mkbackup.domain.port.SiteArchiver} does when what it works with fails. */
abstract class SiteArchiverFaults extends SiteArchiverRefusals {
  private final TargetException gone = new TargetException("The target is gone", "");

  /** Fails at the first byte. */
  private static InputStream failing(Supplier<IOException> failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw failure.get();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw failure.get();
      }
    };
  }

  private static InputStream failingAfter(byte[] begin, Supplier<IOException> failure) {
    return new SequenceInputStream(new ByteArrayInputStream(begin), failing(failure));
  }

  private IOException throwGone() {
    throw gone;
  }

  private static OutputStream failingSink(Supplier<IOException> failure) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw failure.get();
      }
    };
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
    assertSame(full, failure.getCause());
  }

  @Test
  void passesOnWhatTheSourceSays() {
    byte[] archive = pack();
    byte[] half = Arrays.copyOf(archive, archive.length / 2);
    assertSame(
        gone,
        assertThrows(TargetException.class, () -> check(failingAfter(half, this::throwGone))));
    assertSame(
        gone,
        assertThrows(TargetException.class, () -> unpack(failingAfter(half, this::throwGone))));
  }

  @Test
  void blamesTheArchiveForASourceThatFails() {
    byte[] archive = pack();
    byte[] half = Arrays.copyOf(archive, archive.length / 2);
    IOException torn = new IOException("torn tape");
    ArchiveException failure =
        assertThrows(ArchiveException.class, () -> unpack(failingAfter(half, () -> torn)));
    assertTrue(failure.what().contains("torn tape"), failure::what);
    assertSame(torn, failure.getCause());
  }

  @Test
  void blamesTheSiteForADirectoryThatIsNotThere() throws IOException {
    byte[] archive = pack();
    Files.delete(staged());
    assertThrows(SiteException.class, () -> unpack(archive));
  }

  @Test
  void blamesTheSiteForAHomeThatIsNotThere() throws IOException {
    Files.move(site().home(), workspace().resolve("elsewhere"));
    SiteException failure = assertThrows(SiteException.class, this::pack);
    assertTrue(failure.what().contains("heute"), failure::what);
  }

  @Test
  void blamesTheSiteForAVersionLinkThatIsNotThere() throws IOException {
    Files.delete(inSite("version"));
    assertThrows(SiteException.class, this::pack);
  }

  @Test
  void stopsPackingWhenItIsInterrupted() {
    assertStops(this::pack);
  }

  @Test
  void stopsUnpackingWhenItIsInterrupted() {
    byte[] archive = pack();
    assertStops(() -> unpack(archive));
    assertStops(() -> check(archive));
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
