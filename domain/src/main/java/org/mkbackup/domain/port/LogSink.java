package org.mkbackup.domain.port;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * Where is kept what all runs say: the log file of a site, or the system's log. A state file, see
 * {@link RunJournal}, tells of one job's last run only.
 */
public interface LogSink {

  /** Makes the one of this context. */
  interface Factory {
    /**
     * Reads and touches nothing outside yet.
     *
     * @param rotation for a log that is a file of its own
     */
    LogSink create(Rotation rotation);
  }

  /**
   * When a file is set aside and a new one begun.
   *
   * @param bytes that a file grows to at most, unless the lines of one call are more
   * @param kept how many of those set aside are kept, 1 or more
   */
  record Rotation(long bytes, int kept) {
    public static final Rotation DEFAULT = new Rotation(10 << 20, 5);
  }

  /** How much a line matters. */
  enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /**
   * What a run says.
   *
   * @param time in the zone that people read it in
   * @param pid of the run's process
   * @param run what the run does, in a few words: {@code backup nightly}
   * @param text of any origin: the log replaces its control characters
   */
  record Line(ZonedDateTime time, long pid, String run, Level level, String text) {}

  /**
   * Appends lines, each whole and as one line, in their order. Other processes may append at the
   * same time. It takes a few seconds at most.
   *
   * @throws org.mkbackup.domain.failure.SiteException if they can't be kept; some of them may have
   *     been
   */
  void append(List<Line> lines);
}
