package org.mkbackup.application.hook;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.Category;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.ProgramRunner;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.TargetId;

/**
 * Has a program tell somebody of a run that failed, once, also of one that couldn't begin. A run
 * that a signal ended is told of by nobody: who sent it knows. That nobody can be told is a
 * warning.
 */
public final class NotifiedRuns {

  /**
   * A run, as far as it is known before it begins.
   *
   * @param mode {@code backup} or {@code restore}
   */
  public record Subject(String mode, Optional<JobId> job, Optional<TargetId> target) {
    String words() {
      return (mode.equals("backup") ? "Backup" : "Restore")
          + job.map(id -> " of job " + id).orElse("")
          + target.map(id -> " from target " + id).orElse("");
    }
  }

  private record Current(Subject subject, RunLog log, Optional<ProgramRunner.Standby> standby) {}

  private final Host host;
  private final Function<Optional<JobId>, Hooks> settings;
  private final ProgramRunner programs;
  private final BooleanSupplier stopped;
  private volatile Optional<Current> current = Optional.empty();

  /**
   * Tells of runs.
   *
   * @param stopped whether a signal has come
   */
  public NotifiedRuns(
      Host host,
      Function<Optional<JobId>, Hooks> settings,
      ProgramRunner programs,
      BooleanSupplier stopped) {
    this.host = host;
    this.settings = settings;
    this.programs = programs;
    this.stopped = stopped;
  }

  /** Does a run. */
  public <T> T run(Subject subject, RunLog log, Supplier<T> work) {
    Current run = new Current(subject, log, standby(subject));
    current = Optional.of(run);
    try {
      return work.get();
    } catch (MkbackupException failure) {
      if (failure.category() != Category.STOPPED) {
        tell(failure.getMessage() + Aftermath.of(failure));
      }
      throw failure;
    } catch (RuntimeException | Error failure) {
      tell("Internal error: " + failure);
      throw failure;
    } finally {
      run.standby().ifPresent(ProgramRunner.Standby::close);
    }
  }

  /* Without one, the program is started when it is needed, if that can be done then. */
  private Optional<ProgramRunner.Standby> standby(Subject subject) {
    try {
      Hooks hooks = settings.apply(subject.job());
      return hooks.notifier().isEmpty()
          ? Optional.empty()
          : Optional.of(programs.standBy(call(hooks, subject, Optional.empty()), Facts.MESSAGE));
    } catch (MkbackupException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells of the run that is under way in a process that is about to end, and may be unable to
   * start another one.
   */
  public void giveUp(MkbackupException failure) {
    Optional<ProgramRunner.Standby> standby = current.flatMap(Current::standby);
    if (standby.isPresent() && !stopped.getAsBoolean()) {
      current = Optional.empty();
      standby.get().go(failure.getMessage());
    } else {
      tell(failure.getMessage());
    }
  }

  private synchronized void tell(String message) {
    Optional<Current> failed = current;
    current = Optional.empty();
    if (!stopped.getAsBoolean()) {
      failed.ifPresent(run -> Uninterrupted.run(() -> tell(run, message)));
    }
  }

  private void tell(Current run, String message) {
    Subject subject = run.subject();
    try {
      Hooks hooks = settings.apply(subject.job());
      if (hooks.notifier().isEmpty()) {
        return;
      }
      programs.run(call(hooks, subject, Optional.of(message)), run.log());
    } catch (MkbackupException e) {
      run.log().warn("Nobody could be told of the failure: " + e.getMessage());
    }
  }

  private ProgramRunner.Call call(Hooks hooks, Subject subject, Optional<String> message) {
    Facts facts = new Facts(host, subject.mode(), "notify").with("RESULT", "failure");
    message.ifPresent(facts::failed);
    subject.job().ifPresent(job -> facts.with("JOB", job.value()));
    subject.target().ifPresent(target -> facts.with("TARGET", target.value()));
    String text = text(subject) + message.map(line -> line + "\n").orElse("");
    return new ProgramRunner.Call(hooks.notifier(), facts.variables(), text, hooks.timeout());
  }

  private String text(Subject subject) {
    String place = host.ownSite().map(site -> " of site " + site.name()).orElse("");
    return subject.words() + place + " on " + host.hostname() + " failed:\n";
  }
}
