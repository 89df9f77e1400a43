package org.mkbackup.application.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.port.LogSink;

/**
 * Passes everything on to whoever watches, and keeps the lines in the log: at once or, where many
 * come, once a second. Of more than can be held until then the log says how many are left out. It
 * is best effort: one that fails is warned about once.
 */
final class LoggingObserver implements RunObserver, AutoCloseable {
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
  private static final int MOST_HELD = 100_000;

  private final LogSink sink;
  private final Clock clock;
  private final LoggedRuns.Label label;
  private final RunObserver watcher;
  private final List<LogSink.Line> held = new ArrayList<>();
  private Instant written = Instant.MIN;
  private int leftOut;
  private boolean silent = true;
  private boolean warned;

  LoggingObserver(LogSink sink, Clock clock, LoggedRuns.Label label, RunObserver watcher) {
    this.sink = sink;
    this.clock = clock;
    this.label = label;
    this.watcher = watcher;
  }

  @Override
  public boolean isVerbose() {
    return watcher.isVerbose();
  }

  @Override
  public void started() {
    watcher.started();
  }

  @Override
  public synchronized void info(String line) {
    watcher.info(line);
    keep(LogSink.Level.INFO, line);
  }

  @Override
  public synchronized void warn(String line) {
    watcher.warn(line);
    keep(LogSink.Level.WARNING, line);
  }

  @Override
  public synchronized void verbose(String line) {
    watcher.verbose(line);
    if (isVerbose()) {
      keep(LogSink.Level.INFO, line);
    }
  }

  /** A run that had nothing to say is in the log all the same. */
  synchronized void succeeded() {
    if (silent) {
      keep(LogSink.Level.INFO, "Done");
    }
  }

  /** What the run failed with; the watcher is told by other means. */
  synchronized void failed(String line) {
    tellLeftOut();
    hold(LogSink.Level.ERROR, line);
    writeNowAndThen();
  }

  @Override
  public void expecting(long bytes) {
    watcher.expecting(bytes);
  }

  @Override
  public synchronized void advanced(long bytes) {
    watcher.advanced(bytes);
    writeNowAndThen();
  }

  @Override
  public void at(String member) {
    watcher.at(member);
  }

  @Override
  public synchronized void close() {
    write();
  }

  private void keep(LogSink.Level level, String text) {
    silent = false;
    if (held.size() < MOST_HELD) {
      hold(level, text);
    } else {
      leftOut++;
    }
    writeNowAndThen();
  }

  private void tellLeftOut() {
    if (leftOut > 0) {
      hold(LogSink.Level.WARNING, "... " + leftOut + " further lines are left out here");
      leftOut = 0;
    }
  }

  private void hold(LogSink.Level level, String text) {
    long pid = ProcessHandle.current().pid();
    held.add(new LogSink.Line(ZonedDateTime.now(clock), pid, label.name(), level, text));
  }

  private void writeNowAndThen() {
    boolean isTime =
        written.equals(Instant.MIN)
            || Duration.between(written, clock.instant()).abs().compareTo(BETWEEN_WRITES) >= 0;
    if (isTime && !label.replacesLog()) {
      write();
    }
  }

  private void write() {
    if (held.isEmpty()) {
      return;
    }
    written = clock.instant();
    tellLeftOut();
    try {
      List<LogSink.Line> lines = List.copyOf(held);
      Uninterrupted.run(() -> sink.append(lines));
    } catch (MkbackupException e) {
      if (!warned) {
        warned = true;
        watcher.warn(e.getMessage() + " The run goes on without it.");
      }
    }
    held.clear();
  }
}
