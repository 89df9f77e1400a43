package org.mkbackup.application.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/**
 * Keeps the state file of one run up to date while it passes everything on to whoever watches.
 *
 * <p>The file is written at each change of phase, and at most once a second in between. Of very
 * many lines it has the first ones, and says how many are left out. It ends {@code finished}
 * whatever happens: {@link #close} sees to it. A file that can't be written is warned about once,
 * and is no reason for a run to fail. Whoever watches may hang: the end can be written all the
 * same.
 */
public final class RunRecorder implements RunObserver, AutoCloseable {
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
  private static final int MOST_OUTPUT = 1 << 20;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final RunJournal journal;
  private final Path stateFile;
  private final Clock clock;
  private final RunObserver watcher;
  private final long pid;
  private final Instant started;
  private final NextSchedule next;
  private final Rate rate;
  private final Movement movement;
  private final Optional<GoodRun> before;
  private final StringBuilder output = new StringBuilder();
  private int leftOut;
  private Instant written;
  private RunState.Phase phase = RunState.Phase.STARTED;
  private boolean warned;

  private RunRecorder(
      RunJournal journal, Path stateFile, Clock clock, NextSchedule next, RunObserver watcher) {
    this.journal = journal;
    this.stateFile = stateFile;
    this.clock = clock;
    this.watcher = watcher;
    this.next = next;
    this.pid = ProcessHandle.current().pid();
    this.started = clock.instant();
    this.written = started;
    this.rate = new Rate(started);
    this.movement = new Movement(clock);
    this.before = lastGood(journal, stateFile);
  }

  /* What can't be read is replaced. */
  private static Optional<GoodRun> lastGood(RunJournal journal, Path stateFile) {
    try {
      return journal.read(stateFile).flatMap(RunState::lastGood);
    } catch (MkbackupException unreadable) {
      return Optional.empty();
    }
  }

  /** Writes the first state, {@code started}. */
  public static RunRecorder start(
      RunJournal journal, Path stateFile, Clock clock, NextSchedule next, RunObserver watcher) {
    RunRecorder recorder = new RunRecorder(journal, stateFile, clock, next, watcher);
    recorder.write(RunState.Phase.STARTED, Optional.empty(), false, Optional.empty());
    return recorder;
  }

  public synchronized void running() {
    write(RunState.Phase.RUNNING, Optional.empty(), false, Optional.empty());
  }

  /** The end of a good run. The recorder may not be used afterwards, but for {@link #close}. */
  public synchronized void succeeded(Optional<Long> size) {
    finish(true, size);
  }

  /** The end of a run that isn't good. */
  public synchronized void failed() {
    finish(false, Optional.empty());
  }

  private void finish(boolean success, Optional<Long> size) {
    tellLeftOut();
    write(RunState.Phase.FINISHED, Optional.of(clock.instant()), success, size);
  }

  public synchronized Duration elapsed() {
    return elapsed(started, clock.instant());
  }

  /** How much time lies between; none where the clock was set back meanwhile. */
  public static Duration elapsed(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  @Override
  public boolean isVerbose() {
    return watcher.isVerbose();
  }

  @Override
  public void info(String line) {
    watcher.info(line);
    record(line);
  }

  @Override
  public void warn(String line) {
    watcher.warn(line);
    record("WARNING: " + line);
  }

  /** How the run ended, which the watcher is told by other means. It always has a place. */
  public synchronized void recordEnd(String line) {
    tellLeftOut();
    append(line);
    writeNowAndThen();
  }

  @Override
  public void verbose(String line) {
    watcher.verbose(line);
    if (watcher.isVerbose()) {
      record(line);
    }
  }

  /** The end of a run that doesn't come to its end itself. */
  synchronized void abandon(String line) {
    if (phase != RunState.Phase.FINISHED) {
      recordEnd(line);
      failed();
    }
  }

  @Override
  public Movement movement() {
    return movement;
  }

  @Override
  public void expecting(long bytes) {
    watcher.expecting(bytes);
  }

  @Override
  public void advanced(long bytes) {
    movement.moved();
    watcher.advanced(bytes);
    count(bytes);
  }

  @Override
  public void at(String member) {
    movement.moved();
    watcher.at(member);
  }

  /** Nothing if the run has ended; otherwise it has failed. */
  @Override
  public synchronized void close() {
    if (phase != RunState.Phase.FINISHED) {
      failed();
    }
  }

  private synchronized void count(long bytes) {
    rate.add(bytes);
    writeNowAndThen();
  }

  private synchronized void record(String line) {
    if (output.length() < MOST_OUTPUT) {
      append(line);
    } else {
      leftOut++;
    }
    writeNowAndThen();
  }

  private void tellLeftOut() {
    if (leftOut > 0) {
      append("... " + leftOut + " further lines are left out here; the log has them");
      leftOut = 0;
    }
  }

  private void append(String line) {
    output
        .append(STAMP.format(clock.instant().atZone(clock.getZone())))
        .append(' ')
        .append(OneLine.of(line))
        .append('\n');
  }

  private void writeNowAndThen() {
    // A clock that was set back is no reason to wait until it is there again.
    if (phase == RunState.Phase.RUNNING
        && Duration.between(written, clock.instant()).abs().compareTo(BETWEEN_WRITES) >= 0) {
      write(phase, Optional.empty(), false, Optional.empty());
    }
  }

  private void write(
      RunState.Phase reached, Optional<Instant> finished, boolean success, Optional<Long> size) {
    written = clock.instant();
    RunState state =
        new RunState(
            reached,
            pid,
            started,
            finished,
            success,
            output.toString(),
            rate.at(written),
            size,
            next,
            before,
            reached == RunState.Phase.FINISHED ? Optional.empty() : Optional.of(movement.last()));
    try {
      Uninterrupted.run(() -> journal.write(stateFile, state));
    } catch (MkbackupException e) {
      warnOnce(e);
    }
    phase = reached;
  }

  private void warnOnce(MkbackupException failure) {
    if (!warned) {
      warned = true;
      watcher.warn(failure.getMessage() + " The run goes on without it.");
    }
  }
}
