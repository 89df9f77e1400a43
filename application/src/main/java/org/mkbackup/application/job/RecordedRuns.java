package org.mkbackup.application.job;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.run.StallWatch;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunLog;

/**
 * Runs under the site's lock, on a site that is in order, and with a state file that tells the end,
 * whatever it is.
 */
public final class RecordedRuns {

  /** What is done in a run. */
  public interface Work {
    /** Returns the size of what was stored, in bytes; empty if nothing was. */
    Optional<Long> run(RunRecorder recorder);
  }

  /** A run that can begin. */
  public record Planned(Path stateFile, NextSchedule next, Work work) {}

  private final JobContext context;
  private final RunJournal journal;
  private final Clock clock;
  private final RecoverSite recover;
  private final StallWatch stalls;

  public RecordedRuns(
      JobContext context, RunJournal journal, Clock clock, RecoverSite recover, StallWatch stalls) {
    this.context = context;
    this.journal = journal;
    this.clock = clock;
    this.recover = recover;
    this.stalls = stalls;
  }

  /**
   * Runs what is planned.
   *
   * @param plan reads the site's configuration, which an interrupted restore may have left half
   *     swapped, and is put in order before
   */
  public void run(RunObserver watcher, Supplier<Planned> plan) {
    try (RunLock.Held lock = context.lock()) {
      putInOrder(watcher);
      run(plan.get(), watcher);
    }
  }

  /** Does work that leaves the state of the last run as it is, under the same lock. */
  <T> T runWithoutState(RunObserver watcher, Supplier<T> work) {
    try (RunLock.Held lock = context.lock()) {
      putInOrder(watcher);
      return work.get();
    }
  }

  private void putInOrder(RunObserver watcher) {
    if (!context.isSystem()) {
      recover.run(context.site(), watcher);
    }
  }

  private void run(Planned planned, RunObserver watcher) {
    try (RunRecorder recorder =
        RunRecorder.start(journal, planned.stateFile(), clock, planned.next(), watcher)) {
      watcher.started();
      try {
        recorder.running();
        recorder.succeeded(planned.work().run(recorder));
      } catch (MkbackupException failure) {
        recorder.recordEnd("ERROR: " + failure.getMessage() + Aftermath.of(failure));
        throw failure;
      } catch (RuntimeException | Error failure) {
        recorder.recordEnd("ERROR: " + failure);
        throw failure;
      }
    }
  }

  /** Does a part of a run's work that is ended if no byte moves for too long. */
  public <T> T watched(RunRecorder recorder, Supplier<T> work) {
    return stalls.watch(recorder, work);
  }

  /**
   * The state files of jobs that came out of an archive tell of runs of long ago. One that stays is
   * a warning: what was restored stands.
   */
  public void forgetAll(RunLog log) {
    try {
      Uninterrupted.run(() -> journal.removeAll(context.stateDirectory()));
    } catch (MkbackupException e) {
      log.warn("The states of jobs are those of the backup: " + e.getMessage());
    }
  }
}
