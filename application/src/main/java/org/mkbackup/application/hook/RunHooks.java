package org.mkbackup.application.hook;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.ProgramRunner;
import org.mkbackup.domain.target.TargetId;

/** Runs a job's hooks before and after a backup. */
public final class RunHooks {

  /**
   * The backup that hooks are told of.
   *
   * @param id that it has once it is good
   */
  public record Backup(JobId job, TargetId target, BackupId id) {}

  private final Host host;
  private final Function<JobId, Hooks> settings;
  private final ProgramRunner programs;

  public RunHooks(Host host, Function<JobId, Hooks> settings, ProgramRunner programs) {
    this.host = host;
    this.settings = settings;
    this.programs = programs;
  }

  /**
   * Makes the backup between its hooks. If one before fails, the backup isn't made, and has failed.
   * Those after run in any case, also when a signal ends the run; one that fails is a warning.
   *
   * @param work returns the size of what was stored, in bytes
   */
  public long around(Backup backup, RunRecorder recorder, LongSupplier work) {
    Hooks hooks = settings.apply(backup.job());
    long size;
    try {
      hooks.before().forEach(hook -> before(hook, backup, hooks, recorder));
      size = work.getAsLong();
    } catch (MkbackupException failure) {
      String message = failure.getMessage() + Aftermath.of(failure);
      after(hooks, after(backup, recorder).failed(message), recorder);
      throw failure;
    } catch (RuntimeException | Error failure) {
      after(hooks, after(backup, recorder).failed(failure.toString()), recorder);
      throw failure;
    }
    after(
        hooks,
        after(backup, recorder)
            .with("RESULT", "success")
            .with("SIZE", Long.toString(size))
            .with("BACKUP_ID", backup.id().value()),
        recorder);
    return size;
  }

  private void before(List<String> hook, Backup backup, Hooks hooks, RunRecorder recorder) {
    try {
      run(hook, facts(backup, "before"), hooks, recorder);
    } catch (ProgramException e) {
      String what = "The hook before the backup of job '" + backup.job() + "': " + e.what();
      throw new ProgramException(
          what,
          e.hint().isEmpty()
              ? "No backup was made: see why it failed, or take it out of hooks.before"
              : e.hint(),
          e);
    }
  }

  private Facts facts(Backup backup, String phase) {
    return new Facts(host, "backup", phase)
        .with("JOB", backup.job().value())
        .with("TARGET", backup.target().value());
  }

  private Facts after(Backup backup, RunRecorder recorder) {
    return facts(backup, "after").with("DURATION", Long.toString(recorder.elapsed().toSeconds()));
  }

  private void after(Hooks hooks, Facts facts, RunRecorder recorder) {
    for (List<String> hook : hooks.after()) {
      try {
        Uninterrupted.run(() -> run(hook, facts, hooks, recorder));
      } catch (MkbackupException e) {
        recorder.warn("A hook after the run: " + e.getMessage());
      }
    }
  }

  private void run(List<String> hook, Facts facts, Hooks hooks, RunRecorder recorder) {
    recorder.verbose("Running " + hook.get(0));
    programs.run(new ProgramRunner.Call(hook, facts.variables(), "", hooks.timeout()), recorder);
  }
}
