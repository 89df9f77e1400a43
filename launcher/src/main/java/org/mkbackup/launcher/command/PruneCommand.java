package org.mkbackup.launcher.command;

import org.mkbackup.application.job.PruneJob;
import org.mkbackup.application.job.Pruned;
import org.mkbackup.application.job.Summary;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkbackup prune JOB}. */
@Command(
    name = "prune",
    description = "Remove the backups of a job that its retention doesn't keep.")
final class PruneCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;

  @Parameters(paramLabel = "JOB", description = "The job's id.")
  private String job = "";

  @Option(names = "--dry-run", description = "Remove nothing, and show what would be.")
  private boolean dryRun;

  PruneCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    JobId id = new JobId(job);
    Wiring wiring = session.wiring(session.host());
    PruneJob prune = wiring.get(PruneJob.class);
    LoggedRuns.Label label = new LoggedRuns.Label("prune " + id, false);
    // Nothing but the table goes to standard output.
    PruneJob.Result result =
        new WatchedRun(session, "Prune", label, session.err(), options.verbose)
            .run(wiring, observer -> prune.run(id, dryRun, observer));
    session.out().println("Job '" + id + "' keeps: " + result.policy());
    print(result);
    boolean failed = result.backups().stream().anyMatch(each -> each.fate() == Pruned.Fate.FAILED);
    int printed = session.printed();
    return failed ? CommandLines.EXIT_ERROR : printed;
  }

  private void print(PruneJob.Result result) {
    Table table = new Table("BACKUP-ID", "FINISHED", "SIZE", "WHAT BECOMES OF IT");
    for (Pruned each : result.backups()) {
      table.row(
          each.id().value(),
          each.manifest().map(manifest -> Times.of(manifest.finished())).orElse("-"),
          each.manifest().map(manifest -> Summary.bytes(manifest.size())).orElse("-"),
          fate(each));
    }
    table.print(session.out());
  }

  private static String fate(Pruned pruned) {
    return switch (pruned.fate()) {
      case KEPT -> "kept: " + pruned.why();
      case LEFT_ALONE -> "left alone: " + pruned.why();
      case DUE -> "would be removed";
      case REMOVED -> "removed";
      case BEING_READ -> "kept for now: " + pruned.why();
      case FAILED -> "NOT removed: " + pruned.why();
    };
  }
}
