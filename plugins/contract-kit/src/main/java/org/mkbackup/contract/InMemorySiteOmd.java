package org.mkbackup.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/** An {@code omd} without a process: it says and does what a test wants. */
public final class InMemorySiteOmd implements SiteOmd {
  private final byte[] archive;
  private final List<String> says;
  private final int exit;
  private final boolean endless;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  private InMemorySiteOmd(byte[] archive, List<String> says, int exit, boolean endless) {
    this.archive = archive.clone();
    this.says = List.copyOf(says);
    this.exit = exit;
    this.endless = endless;
  }

  /**
   * One that ends.
   *
   * @param archive what a backup writes
   * @param exit 0 if it succeeds
   */
  public static InMemorySiteOmd saying(byte[] archive, List<String> says, int exit) {
    return new InMemorySiteOmd(archive, says, exit, false);
  }

  /** One that has to be interrupted. */
  public static InMemorySiteOmd endless() {
    return new InMemorySiteOmd(new byte[0], List.of(), 0, true);
  }

  /** What restores have read. */
  public byte[] read() {
    return read.toByteArray();
  }

  @Override
  public void backup(
      SiteTree site,
      Set<Exclusions.Part> without,
      boolean compressed,
      OutputStream sink,
      RunLog log,
      Progress progress) {
    try {
      sink.write(archive);
      sink.flush();
    } catch (IOException e) {
      throw new TargetException("Can't write the archive: " + e.getMessage(), "", e);
    }
    progress.advanced(archive.length);
    end("backup", site, log);
  }

  @Override
  public void restore(
      SiteTree site, SiteVersion version, InputStream archive, RunLog log, Progress progress) {
    try (archive) {
      progress.advanced(archive.transferTo(read));
      end("restore", site, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(String verb, SiteTree site, RunLog log) {
    says.forEach(log::info);
    if (endless) {
      waitForAnInterrupt();
    }
    if (exit != 0) {
      String last = says.isEmpty() ? "" : ": " + says.get(says.size() - 1);
      throw new SiteException(
          "'omd " + verb + "' of site " + site.name() + " ended with " + exit + last, "");
    }
  }

  private static void waitForAnInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new StoppedException("Stopped by a signal", "", e);
    }
  }
}
