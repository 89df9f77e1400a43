package org.mkbackup.launcher.command;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.mkbackup.application.appliance.BackUpAppliance;
import org.mkbackup.application.hook.NotifiedRuns;
import org.mkbackup.application.job.BackUpSite;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mkbackup backup JOB}. */
final class BackupCommand extends Command {
  private final Session session;
  private final GlobalOptions options;

  private final Word<String> job = parameter("JOB", "The job's id.");

  private final Flag background =
      flag("--background", "Return when the run has begun, and go on by itself.");

  private final Flag withoutSites =
      flag("--without-sites", "Leave the sites out of an appliance's backup.");

  private final Flag detached = flag(OptionSpec.builder(Background.OPTION).hidden(true));

  BackupCommand(Session session, GlobalOptions options) {
    super("backup", "Run a backup job.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    JobId id = new JobId(job.value());
    if (background.given()) {
      return withoutSites.given()
          ? new Background(session).run("backup", options.verbose(), "--without-sites", id.value())
          : new Background(session).run("backup", options.verbose(), id.value());
    }
    Wiring wiring = session.wiring(session.host());
    BiConsumer<JobId, RunObserver> backUp = useCase(wiring);
    if (!session.isWatched() && wiring.get(Settings.class).limits().idle()) {
      IdlePriority.take();
    }
    LoggedRuns.Label label = new LoggedRuns.Label("backup " + id, false);
    NotifiedRuns notified = wiring.get(NotifiedRuns.class);
    NotifiedRuns.Subject subject =
        new NotifiedRuns.Subject("backup", Optional.of(id), Optional.empty());
    return new WatchedRun(
            session, "Backup", label, session.out(), options.verbose(), detached.given())
        .run(
            wiring,
            observer ->
                notified.run(
                    subject,
                    observer,
                    () -> {
                      backUp.accept(id, observer);
                      return CommandLines.EXIT_GOOD;
                    }));
  }

  private BiConsumer<JobId, RunObserver> useCase(Wiring wiring) {
    if (wiring.get(Host.class).context() == Context.SYSTEM) {
      BackUpAppliance appliance = wiring.get(BackUpAppliance.class);
      return (id, observer) -> appliance.run(id, withoutSites.given(), observer);
    }
    if (withoutSites.given()) {
      throw new UsageException(
          "--without-sites is for appliances", "Leave it out to back up a site");
    }
    return wiring.get(BackUpSite.class)::run;
  }
}
