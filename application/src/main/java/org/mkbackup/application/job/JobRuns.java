package org.mkbackup.application.job;

import java.time.Clock;
import java.util.Optional;
import org.mkbackup.application.hook.RunHooks;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.target.Target;

/** Runs backup jobs: what is the same for a site's and an appliance's. */
public final class JobRuns {

  /** A job whose run has begun, and whose target is ready. */
  public record Begun(
      Job job, GlobalJobId globalId, Optional<Key> key, Target target, BackupStore store) {}

  /** What a job backs up. */
  public interface Work {
    /** Returns the size of what was stored, in bytes. */
    long backUp(Begun begun, RunRecorder recorder);
  }

  private final Clock clock;
  private final JobContext context;
  private final RecordedRuns runs;
  private final Books books;
  private final Prune prune;
  private final RunHooks hooks;

  public JobRuns(
      Clock clock,
      JobContext context,
      RecordedRuns runs,
      Books books,
      Prune prune,
      RunHooks hooks) {
    this.clock = clock;
    this.context = context;
    this.runs = runs;
    this.books = books;
    this.prune = prune;
    this.hooks = hooks;
  }

  /**
   * Runs the job to its end. Once it is known that the job exists and that nobody else is at work
   * in this context, the job's state file tells how it went.
   */
  public void run(JobId id, RunObserver watcher, Work work) {
    runs.run(
        watcher,
        () -> {
          if (!context.isSystem()) {
            SiteFiles.requireWhole(context.site());
          }
          Job job = find(id);
          return new RecordedRuns.Planned(
              context.stateFile(id),
              NextRun.of(job, clock),
              recorder -> Optional.of(runWithHooks(job, recorder, work)));
        });
  }

  private Job find(JobId id) {
    return books.jobs().find(id).orElseThrow(() -> Catalogue.unknownJob(id));
  }

  private long runWithHooks(Job job, RunRecorder recorder, Work work) {
    books.strays().tell(recorder);
    GlobalJobId globalId = context.globalId(job.id());
    return hooks.around(
        new RunHooks.Backup(job.id(), job.target(), globalId.complete()),
        recorder,
        () -> run(job, globalId, recorder, work));
  }

  private long run(Job job, GlobalJobId globalId, RunRecorder recorder, Work work) {
    recorder.info("--- Starting backup (" + globalId + " to " + job.target() + ") ---");
    Optional<Key> key = job.key().map(k -> books.keys().require(k, "Job '" + job.id() + "'"));
    key.filter(k -> !k.downloaded()).ifPresent(k -> warnNotDownloaded(k, recorder));
    Target target = books.targets().find(job.target());
    try (OpenTarget open = books.targets().open(target, recorder)) {
      Begun begun = new Begun(job, globalId, key, target, open.store());
      return runs.watched(recorder, () -> run(begun, work, recorder));
    }
  }

  private long run(Begun begun, Work work, RunRecorder recorder) {
    Movement movement = recorder.movement();
    movement.during(
        "asking target '" + begun.target().id() + "'",
        1,
        () -> {
          begun.store().checkReady();
          return begun;
        });
    long size = work.backUp(begun, recorder);
    recorder.info(Summary.of("Backup completed", recorder.elapsed(), size));
    return movement.during(
        "pruning earlier backups",
        Movement.UNCOUNTED,
        () -> {
          prune.run(begun.job().id(), begun.store(), recorder);
          return size;
        });
  }

  private void warnNotDownloaded(Key key, RunRecorder recorder) {
    recorder.warn(
        "Key "
            + key
            + " was never downloaded: its only copy lies in the "
            + (context.isSystem() ? "appliance" : "site")
            + " that it protects. Keep a copy elsewhere");
  }
}
