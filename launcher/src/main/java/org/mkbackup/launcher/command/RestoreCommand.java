package org.mkbackup.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mkbackup.application.appliance.RestoreAppliance;
import org.mkbackup.application.hook.NotifiedRuns;
import org.mkbackup.application.job.RestoreBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkbackup restore TARGET BACKUP-ID}. */
@Command(name = "restore", description = "Restore a backup, and start the site.")
final class RestoreCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;

  @Parameters(index = "0", paramLabel = "TARGET", description = "The target's id.")
  private String target = "";

  @Parameters(index = "1", paramLabel = "BACKUP-ID", description = "The backup's id.")
  private String backup = "";

  @Option(
      names = "--background",
      description = "Return when the run has begun, and go on by itself.")
  private boolean background;

  @Option(names = Background.OPTION, hidden = true)
  private boolean detached;

  @Option(
      names = "--no-verify",
      description = "Don't compare the archive with the digest in its manifest.")
  private boolean noVerify;

  @Option(names = "--no-reboot", description = "Don't restart the appliance, but its sites.")
  private boolean noReboot;

  @Option(
      names = "--in-place",
      description =
          "Remove the site's files before its new ones are unpacked, for want of room. The whole"
              + " archive is checked before.")
  private boolean inPlace;

  @Option(
      names = "--dry-run",
      description = "Check all that a restore would, say what it would do, and change nothing.")
  private boolean dryRun;

  RestoreCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    TargetId targetId = new TargetId(target);
    BackupId backupId = new BackupId(backup);
    if (background && dryRun) {
      throw new UsageException(
          "A dry run tells what it finds, and can't be in the background",
          "Leave out --background or --dry-run");
    }
    if (background) {
      return new Background(session).run("restore", options.verbose, words(targetId, backupId));
    }
    StoredBackups.Choice choice = new StoredBackups.Choice(targetId, backupId, !noVerify);
    Wiring wiring = session.wiring(session.host());
    boolean ofSystem = wiring.get(Host.class).context() == Context.SYSTEM;
    Consumer<RunObserver> restore = useCase(wiring, ofSystem, choice);
    if (dryRun) {
      return Watched.on(session, "Check", session.out(), options.verbose)
          .run(
              observer -> {
                restore.accept(observer);
                return session.printed();
              });
    }
    // A site's log is in the tree that is replaced.
    LoggedRuns.Label label = new LoggedRuns.Label("restore " + backupId, !ofSystem);
    NotifiedRuns notified = wiring.get(NotifiedRuns.class);
    NotifiedRuns.Subject subject =
        new NotifiedRuns.Subject("restore", Optional.empty(), Optional.of(targetId));
    return new WatchedRun(session, "Restore", label, session.out(), options.verbose, detached)
        .run(
            wiring,
            observer ->
                notified.run(
                    subject,
                    observer,
                    () -> {
                      restore.accept(observer);
                      return CommandLines.EXIT_GOOD;
                    }));
  }

  private Consumer<RunObserver> useCase(
      Wiring wiring, boolean ofSystem, StoredBackups.Choice choice) {
    if (ofSystem) {
      RestoreAppliance appliance = wiring.get(RestoreAppliance.class);
      RestoreAppliance.Command command = new RestoreAppliance.Command(choice, inPlace, !noReboot);
      return dryRun
          ? observer -> appliance.rehearse(command, observer)
          : observer -> appliance.run(command, observer);
    }
    RestoreBackup site = wiring.get(RestoreBackup.class);
    RestoreBackup.Command command = new RestoreBackup.Command(choice, inPlace);
    return dryRun
        ? observer -> site.rehearse(command, observer)
        : observer -> site.run(command, observer);
  }

  private String[] words(TargetId targetId, BackupId backupId) {
    List<String> words = new ArrayList<>();
    if (noVerify) {
      words.add("--no-verify");
    }
    if (inPlace) {
      words.add("--in-place");
    }
    if (noReboot) {
      words.add("--no-reboot");
    }
    words.add("--");
    words.add(targetId.value());
    words.add(backupId.value());
    return words.toArray(String[]::new);
  }
}
