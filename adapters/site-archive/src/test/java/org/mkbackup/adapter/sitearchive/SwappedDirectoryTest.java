package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;

/** Somebody puts a symlink in a directory's place in the middle of a restore. */
class SwappedDirectoryTest {
  private static final int SIZE = 1_000_000;

  @TempDir private Path directory;

  @BeforeEach
  void makeTrees() throws IOException {
    Files.createDirectories(live());
    Files.createDirectories(outside());
    Files.writeString(outside().resolve("extra"), "of somebody else");
    Files.createDirectories(saved().resolve("d"));
    Files.write(saved().resolve("d/big"), new byte[SIZE]);
    Files.writeString(saved().resolve("d/next"), "next");
    Files.writeString(saved().resolve("last"), "last");
  }

  private Path live() {
    return directory.resolve("live");
  }

  private Path saved() {
    return directory.resolve("saved");
  }

  private Path outside() {
    return directory.resolve("outside");
  }

  @Test
  void isNeverWrittenThrough() {
    byte[] archive = SystemTrees.pack(saved());
    InputStream source =
        new SequenceInputStream(
            new ByteArrayInputStream(archive, 0, SIZE / 2),
            new SequenceInputStream(
                swapping(), new ByteArrayInputStream(archive, SIZE / 2, archive.length)));
    SortedMap<String, String> before = TreeListing.of(outside());
    SiteException failure =
        assertThrows(
            SiteException.class,
            () ->
                new TarSystemArchiver(Archives.jdkOnly())
                    .restore(SystemTrees.of(live()), source, RunLog.silent(), Progress.silent()));
    assertTrue(failure.what().contains("Not a directory"), failure::what);
    assertEquals(before, TreeListing.of(outside()));
    assertFalse(Files.exists(live().resolve("moved")), "what the archive doesn't have");
  }

  @Test
  void isReplacedByTheNextRestore() throws IOException {
    byte[] archive = SystemTrees.pack(saved());
    Files.createSymbolicLink(live().resolve("d"), outside());
    SystemTrees.restore(archive, live());
    assertEquals(TreeListing.of(saved()), TreeListing.of(live()));
    assertEquals(Set.of(".", "extra"), TreeListing.of(outside()).keySet());
  }

  /* What reads is ahead of what writes. */
  private void awaitFileInDirectory() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!live().resolve("d").toFile().isDirectory()
        || Objects.requireNonNull(live().resolve("d").toFile().list()).length == 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nothing was restored");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /* A stream without a byte, at which the change is made. */
  private InputStream swapping() {
    return new InputStream() {
      @Override
      public int read(byte[] bytes, int offset, int length) {
        return read();
      }

      @Override
      public int read() {
        awaitFileInDirectory();
        try {
          Files.move(live().resolve("d"), live().resolve("moved"));
          Files.createSymbolicLink(live().resolve("d"), outside());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return -1;
      }
    };
  }
}
