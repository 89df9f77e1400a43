package org.mkbackup.application.job;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.run.NextSchedule;

/** Runs under the site's lock and with a state file that tells the end, whatever it is. */
public final class RecordedRuns {

  /** What is done in a run. */
  public interface Work {
    /** Returns the size of what was stored, in bytes; empty if nothing was. */
    Optional<Long> run(RunRecorder recorder);
  }

  private final JobContext context;
  private final RunJournal journal;
  private final Clock clock;

  public RecordedRuns(JobContext context, RunJournal journal, Clock clock) {
    this.context = context;
    this.journal = journal;
    this.clock = clock;
  }

  public void run(Path stateFile, NextSchedule next, RunObserver watcher, Work work) {
    try (RunLock.Held lock = context.lock();
        RunRecorder recorder = RunRecorder.start(journal, stateFile, clock, next, watcher)) {
      watcher.started();
      try {
        recorder.running();
        recorder.succeeded(work.run(recorder));
      } catch (MkbackupException failure) {
        recorder.recordOnly("ERROR: " + failure.getMessage());
        throw failure;
      } catch (RuntimeException | Error failure) {
        recorder.recordOnly("ERROR: " + failure);
        throw failure;
      }
    }
  }

  /** The state files of jobs that came out of an archive tell of runs of long ago. */
  public void forgetAll() {
    journal.removeAll(context.stateDirectory());
  }
}
