package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/** What every {@link SiteOmd} does. */
public abstract class SiteOmdContract {
  protected static final SiteName SITE = new SiteName("contract_site");
  protected static final SiteVersion VERSION = new SiteVersion("2.6.0.community");
  private static final String TEXT = "an archive".repeat(100_000);
  private static final byte[] ARCHIVE = TEXT.getBytes(StandardCharsets.UTF_8);

  private final RunLogLines log = new RunLogLines();
  private final AtomicLong advanced = new AtomicLong();
  private final Kept kept = new Kept();

  /**
   * What the {@code omd} does when it is run.
   *
   * @param writes its archive, when it is to back up
   * @param readsAll whether it reads the archive to its end, or one byte only
   * @param says on standard error
   * @param exit the code that it ends with
   */
  protected record Script(String writes, boolean readsAll, List<String> says, int exit) {}

  /** One that runs {@link #SITE}, of {@link #VERSION}, by a script. */
  protected abstract SiteOmd omd(Script script) throws IOException;

  /** One that reads all there is, and then doesn't end by itself. */
  protected abstract SiteOmd endless() throws IOException;

  protected abstract SiteTree site();

  /** What a restore has read. */
  protected abstract byte[] read() throws IOException;

  private SiteOmd good() throws IOException {
    return omd(new Script(TEXT, true, List.of("It goes", "well"), 0));
  }

  private SiteOmd bad(boolean readsAll) throws IOException {
    return omd(new Script("half", readsAll, List.of("It goes", "it is broken"), 4));
  }

  private void backUp(SiteOmd omd, OutputStream sink) {
    omd.backup(site(), Set.of(), true, sink, log, progress());
  }

  private void restore(SiteOmd omd, Archive archive) {
    omd.restore(site(), VERSION, archive, log, progress());
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void advanced(long bytes) {
        advanced.addAndGet(bytes);
      }

      @Override
      public void at(String member) {}
    };
  }

  @Test
  void passesOnWhatOmdWritesAndFlushesIt() throws IOException {
    backUp(good(), kept);

    assertArrayEquals(ARCHIVE, kept.toByteArray());
    assertEquals(ARCHIVE.length, kept.flushedAt);
    assertFalse(kept.closed);
    assertEquals(ARCHIVE.length, advanced.get());
    assertEquals(List.of("It goes", "well"), log.all());
  }

  @Test
  void tellsTheCodeAndTheLastLineOfABackupThatFails() throws IOException {
    SiteOmd bad = bad(true);

    assertNames(assertThrows(SiteException.class, () -> backUp(bad, kept)));
  }

  @Test
  void aSinkThatFailsIsTheTargetsFault() throws IOException {
    SiteOmd good = good();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("It is full");
          }
        };

    var failure = assertThrows(TargetException.class, () -> backUp(good, full));

    assertTrue(failure.getMessage().contains("It is full"), failure.getMessage());
  }

  @Test
  void passesOnWhatElseASinkThrows() throws IOException {
    SiteOmd good = good();
    var thrown = new TargetException("The server is gone", "");
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw thrown;
          }
        };

    assertSame(thrown, assertThrows(TargetException.class, () -> backUp(good, gone)));
  }

  @Test
  void anInterruptEndsABackup() throws IOException {
    SiteOmd endless = endless();
    Thread.currentThread().interrupt();

    assertThrows(StoppedException.class, () -> backUp(endless, kept));

    assertFalse(Thread.interrupted(), "It is used up");
  }

  @Test
  void hasTheWholeArchiveReadAndClosesIt() throws IOException {
    Archive archive = new Archive(() -> {});

    restore(good(), archive);

    assertArrayEquals(ARCHIVE, read());
    assertTrue(archive.closed);
    assertEquals(ARCHIVE.length, advanced.get());
    assertTrue(log.all().containsAll(List.of("It goes", "well")), log.all()::toString);
  }

  @Test
  void readsToTheEndWhatOmdDoesNotSoThatTheChecksAreMade() throws IOException {
    SiteOmd deaf = omd(new Script("", false, List.of(), 0));
    var damage = new ArchiveException("It is damaged", "");
    Archive archive =
        new Archive(
            () -> {
              throw damage;
            });

    assertSame(damage, assertThrows(ArchiveException.class, () -> restore(deaf, archive)));
    assertTrue(archive.closed);
  }

  @Test
  void tellsTheCodeAndTheLastLineOfARestoreThatFails() throws IOException {
    SiteOmd bad = bad(false);
    Archive archive = new Archive(() -> {});

    assertNames(assertThrows(SiteException.class, () -> restore(bad, archive)));
    assertTrue(archive.closed);
  }

  @Test
  void anInterruptEndsARestoreEvenOnceAllIsRead() throws IOException {
    SiteOmd endless = endless();
    Thread thread = Thread.currentThread();
    Archive archive = new Archive(thread::interrupt);

    assertThrows(StoppedException.class, () -> restore(endless, archive));

    assertTrue(archive.closed);
    assertFalse(Thread.interrupted(), "It is used up");
  }

  private static void assertNames(SiteException failure) {
    for (String part : List.of(SITE.value(), "4", "it is broken")) {
      assertTrue(failure.what().contains(part), failure.what());
    }
  }

  private static final class Kept extends ByteArrayOutputStream {
    private int flushedAt;
    private boolean closed;

    @Override
    public void flush() {
      flushedAt = size();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** An archive that does something at its end. */
  private static final class Archive extends FilterInputStream {
    private final Runnable atEnd;
    private boolean closed;

    private Archive(Runnable atEnd) {
      super(new ByteArrayInputStream(ARCHIVE));
      this.atEnd = atEnd;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count < 0) {
        atEnd.run();
      }
      return count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
