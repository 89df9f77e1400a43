package org.mkbackup.launcher.command;

import org.mkbackup.application.job.BackUpSite;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkbackup backup JOB}. */
@Command(name = "backup", description = "Run a backup job.")
final class BackupCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;

  @Parameters(paramLabel = "JOB", description = "The job's id.")
  private String job = "";

  @Option(
      names = "--background",
      description = "Return when the run has begun, and go on by itself.")
  private boolean background;

  @Option(names = Background.OPTION, hidden = true)
  private boolean detached;

  BackupCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    JobId id = new JobId(job);
    if (background) {
      return new Background(session).run("backup", options.verbose, id.value());
    }
    Wiring wiring = session.wiring(session.host());
    BackUpSite backUpSite = wiring.get(BackUpSite.class);
    LoggedRuns.Label label = new LoggedRuns.Label("backup " + id, false);
    return new WatchedRun(session, label, session.out(), options.verbose, detached)
        .run(
            wiring,
            observer -> {
              backUpSite.run(id, observer);
              return CommandLines.EXIT_GOOD;
            });
  }
}
