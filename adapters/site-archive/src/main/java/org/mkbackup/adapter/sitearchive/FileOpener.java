package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.LiveSite;
import org.mkbackup.domain.run.RunLog;

/**
 * Opens files as they should be read: RRDs of a running site while their updates are held, and its
 * event history as a consistent copy.
 *
 * <p>Only what was a regular file a moment ago is opened, and no symlink is followed. Should the
 * site put a FIFO in a file's place in that moment, it is left out. Only where native code can't be
 * loaded does opening it wait for somebody to write: Java can't open without waiting.
 */
final class FileOpener {
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  private static final List<String> RRD_DIRECTORIES =
      List.of("var/pnp4nagios/perfdata/", "var/check_mk/rrd/");
  private static final String HISTORY = "var/mkeventd/history/history.sqlite";
  private static final Set<String> BESIDE_HISTORY =
      Set.of(HISTORY + "-journal", HISTORY + "-shm", HISTORY + "-wal");

  private final Optional<LinuxCalls> system;
  private final Optional<LiveSite> live;
  private final RunLog log;
  private boolean historyCopied;

  FileOpener(Optional<LinuxCalls> system, Optional<LiveSite> live, RunLog log) {
    this.system = system;
    this.live = live;
    this.log = log;
  }

  /** Whether a file's content is already part of another's copy. */
  boolean isCovered(SiteFile file) {
    return historyCopied && BESIDE_HISTORY.contains(file.below());
  }

  /** Whether it makes no difference when a file is read, and on which thread. */
  boolean isReadAsItStands(SiteFile file) {
    return live.isEmpty()
        || !(isRrd(file.below())
            || file.below().equals(HISTORY)
            || BESIDE_HISTORY.contains(file.below()));
  }

  OpenFile open(SiteFile file) throws IOException {
    if (live.isPresent()) {
      if (isRrd(file.below())) {
        return held(file, live.get());
      }
      if (file.below().equals(HISTORY)) {
        return history(file, live.get());
      }
    }
    return asItStands(file, () -> {});
  }

  /**
   * Opens a file that {@link #isReadAsItStands}, for who reads all of it before using any of it: a
   * FIFO may be noticed by the first read only.
   */
  OpenFile openSmall(SiteFile file) throws IOException {
    return system.isPresent()
        ? opened(file, LiveFile.openUnchecked(system.get(), file.path()), () -> {})
        : asItStands(file, () -> {});
  }

  private static boolean isRrd(String below) {
    return below.endsWith(".rrd") && RRD_DIRECTORIES.stream().anyMatch(below::startsWith);
  }

  private OpenFile asItStands(SiteFile file, Runnable afterwards) throws IOException {
    ReadableByteChannel channel =
        system.isPresent()
            ? LiveFile.open(system.get(), file.path())
            : FileChannel.open(file.path(), OPTIONS);
    return opened(file, channel, afterwards);
  }

  private static OpenFile opened(SiteFile file, ReadableByteChannel channel, Runnable afterwards) {
    return new OpenFile(channel, file.inode().size(), afterwards);
  }

  private OpenFile held(SiteFile file, LiveSite live) throws IOException {
    Runnable release = () -> live.rrds().release(file.path());
    boolean opened = false;
    live.rrds().hold(file.path());
    try {
      OpenFile rrd = asItStands(file, release);
      opened = true;
      return rrd;
    } finally {
      if (!opened) {
        release.run();
      }
    }
  }

  private OpenFile history(SiteFile file, LiveSite live) throws IOException {
    SeekableByteChannel copy;
    try {
      copy = live.history().snapshot(file.path(), log);
    } catch (IOException e) {
      Interrupts.check(e);
      log.warn(
          file.forPeople()
              + " can't be copied and is archived as it stands: "
              + SystemReason.of(e));
      return asItStands(file, () -> {});
    }
    historyCopied = true;
    return new OpenFile(copy, copy.size(), () -> {});
  }
}
