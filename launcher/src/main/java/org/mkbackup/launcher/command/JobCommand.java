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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mkbackup job …}. */
@Command(name = "job", description = "Manage the jobs.")
final class JobCommand extends Verbs {
  private JobCommand() {}

  static CommandLine commandLine(Session session) {
    return new CommandLine(new JobCommand())
        .addSubcommand(new List(session))
        .addSubcommand(new Show(session))
        .addSubcommand(new Add(session))
        .addSubcommand(new Edit(session))
        .addSubcommand(new Remove(session));
  }

  /** {@code mkbackup job list}. */
  @Command(name = "list", description = "List the jobs.")
  static final class List implements CommandLines.Command {
    private final Session session;

    List(Session session) {
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
  @Command(name = "show", description = "Show a job.")
  static final class Show implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "The job's id.")
    private String id = "";

    Show(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      Wiring wiring = session.wiring(session.host());
      Job job = wiring.get(Catalogue.class).job(new JobId(id));
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
  @Command(name = "add", description = "Add a job.")
  static final class Add implements CommandLines.Command {
    private final Session session;
    @Mixin private final JobOptions options = new JobOptions();

    @Parameters(paramLabel = "ID", description = "The new job's id.")
    private String id = "";

    Add(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      AddJob add = session.wiring(session.host()).get(AddJob.class);
      add.run(new JobId(id), options.change());
      return CommandLines.EXIT_GOOD;
    }
  }

  /** {@code mkbackup job edit}. */
  @Command(
      name = "edit",
      description =
          "Change a job: what is named. Without any option the cron table is written anew.")
  static final class Edit implements CommandLines.Command {
    private final Session session;
    @Mixin private final JobOptions options = new JobOptions();

    @Parameters(paramLabel = "ID", description = "The job's id.")
    private String id = "";

    Edit(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      EditJob edit = session.wiring(session.host()).get(EditJob.class);
      edit.run(new JobId(id), options.change());
      return CommandLines.EXIT_GOOD;
    }
  }

  /** {@code mkbackup job remove}. */
  @Command(name = "remove", description = "Remove a job. Its backups stay.")
  static final class Remove implements CommandLines.Command {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "The job's id.")
    private String id = "";

    Remove(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      session.wiring(session.host()).get(RemoveJob.class).run(new JobId(id));
      return CommandLines.EXIT_GOOD;
    }
  }
}
