package org.mkbackup.launcher.command;

import java.time.Clock;
import org.mkbackup.application.job.AddJob;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.application.job.EditJob;
import org.mkbackup.application.job.NextRun;
import org.mkbackup.application.job.RemoveJob;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code mkbackup job …}. */
final class JobCommand extends Verbs {
  JobCommand(Session session) {
    super("job", "Manage the jobs.");
    verb("list", () -> new List(session));
    verb("show", () -> new Show(session));
    verb("add", () -> new Add(session));
    verb("edit", () -> new Edit(session));
    verb("remove", () -> new Remove(session));
  }

  /** {@code mkbackup job list}. */
  static final class List extends Command {
    private final Session session;

    List(Session session) {
      super("list", "List the jobs.");
      this.session = session;
    }

    @Override
    public Integer call() {
      Catalogue catalogue = session.wiring(session.host()).get(Catalogue.class);
      Table table = new Table("ID", "TARGET", "SCHEDULE", "TITLE");
      for (Job job : catalogue.jobs()) {
        table.row(
            job.id().value(), job.target().value(), ScheduleText.of(job.schedule()), job.title());
      }
      table.print(session.out());
      session.warn(catalogue.faultsOfJobs());
      return session.printed();
    }
  }

  /** {@code mkbackup job show}. */
  static final class Show extends Command {
    private final Session session;

    private final Word<String> id = parameter("ID", "The job's id.");

    Show(Session session) {
      super("show", "Show a job.");
      this.session = session;
    }

    @Override
    public Integer call() {
      Wiring wiring = session.wiring(session.host());
      Job job = wiring.get(Catalogue.class).job(new JobId(id.value()));
      Details details = new Details(session.out());
      details.row("Job", job.id().value());
      details.row("Title", job.title());
      details.row("Target", job.target().value());
      details.row("Key", job.key().map(key -> key.value()).orElse("none, not sealed"));
      details.row("Compress", job.compress() ? "yes" : "no");
      details.row("History", job.noHistory() ? "no" : "yes");
      if (session.host().context() == Context.SYSTEM) {
        details.row("Sites", job.withoutSites() ? "no" : "yes");
      }
      details.row("Schedule", ScheduleText.of(job.schedule()));
      details.row("Next run", Times.of(NextRun.of(job, wiring.get(Clock.class))));
      return session.printed();
    }
  }

  /** {@code mkbackup job add}. */
  static final class Add extends Command {
    private final Session session;
    private final JobOptions options = new JobOptions(this);

    private final Word<String> id = parameter("ID", "The new job's id.");

    Add(Session session) {
      super("add", "Add a job.");
      this.session = session;
    }

    @Override
    public Integer call() {
      AddJob add = session.wiring(session.host()).get(AddJob.class);
      add.run(new JobId(id.value()), options.change());
      return CommandLines.EXIT_GOOD;
    }
  }

  /** {@code mkbackup job edit}. */
  static final class Edit extends Command {
    private final Session session;
    private final JobOptions options = new JobOptions(this);

    private final Word<String> id = parameter("ID", "The job's id.");

    Edit(Session session) {
      super(
          "edit",
          "Change a job: what is named. Without any option the cron table is written anew.");
      this.session = session;
    }

    @Override
    public Integer call() {
      EditJob edit = session.wiring(session.host()).get(EditJob.class);
      edit.run(new JobId(id.value()), options.change());
      return CommandLines.EXIT_GOOD;
    }
  }

  /** {@code mkbackup job remove}. */
  static final class Remove extends Command {
    private final Session session;

    private final Word<String> id = parameter("ID", "The job's id.");

    Remove(Session session) {
      super("remove", "Remove a job. Its backups stay.");
      this.session = session;
    }

    @Override
    public Integer call() {
      session.wiring(session.host()).get(RemoveJob.class).run(new JobId(id.value()));
      return CommandLines.EXIT_GOOD;
    }
  }
}
