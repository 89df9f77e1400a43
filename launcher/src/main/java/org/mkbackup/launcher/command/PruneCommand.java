package org.mkbackup.launcher.command;

import org.mkbackup.application.job.PruneJob;
import org.mkbackup.application.job.Pruned;
import org.mkbackup.application.job.Summary;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code mkbackup prune JOB}. */
final class PruneCommand extends Command {
  private final Session session;
  private final GlobalOptions options;

  private final Word<String> job = parameter("JOB", "The job's id.");

  private final Flag dryRun = flag("--dry-run", "Remove nothing, and show what would be.");

  PruneCommand(Session session, GlobalOptions options) {
    super("prune", "Remove the backups of a job that its retention doesn't keep.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    JobId id = new JobId(job.value());
    Wiring wiring = session.wiring(session.host());
    PruneJob prune = wiring.get(PruneJob.class);
    LoggedRuns.Label label = new LoggedRuns.Label("prune " + id, false);
    // Nothing but the table goes to standard output.
    PruneJob.Result result =
        new WatchedRun(session, "Prune", label, session.err(), options.verbose())
            .run(wiring, observer -> prune.run(id, dryRun.given(), observer));
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
