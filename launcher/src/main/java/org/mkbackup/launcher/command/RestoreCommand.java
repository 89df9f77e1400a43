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
import picocli.CommandLine.Model.OptionSpec;

/** {@code mkbackup restore TARGET BACKUP-ID}. */
final class RestoreCommand extends Command {
  private final Session session;
  private final GlobalOptions options;

  private final Word<String> target = parameter("TARGET", "The target's id.");

  private final Word<String> backup = parameter("BACKUP-ID", "The backup's id.");

  private final Flag background =
      flag("--background", "Return when the run has begun, and go on by itself.");

  private final Flag detached = flag(OptionSpec.builder(Background.OPTION).hidden(true));

  private final Flag noVerify =
      flag("--no-verify", "Don't compare the archive with the digest in its manifest.");

  private final Flag noReboot = flag("--no-reboot", "Don't restart the appliance, but its sites.");

  private final Flag inPlace =
      flag(
          "--in-place",
          "Remove the site's files before its new ones are unpacked, for want of room. The whole"
              + " archive is checked before.");

  private final Flag dryRun =
      flag(
          "--dry-run", "Check all that a restore would, say what it would do, and change nothing.");

  RestoreCommand(Session session, GlobalOptions options) {
    super("restore", "Restore a backup, and start the site.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    TargetId targetId = new TargetId(target.value());
    BackupId backupId = new BackupId(backup.value());
    if (background.given() && dryRun.given()) {
      throw new UsageException(
          "A dry run tells what it finds, and can't be in the background",
          "Leave out --background or --dry-run");
    }
    if (background.given()) {
      return new Background(session).run("restore", options.verbose(), words(targetId, backupId));
    }
    StoredBackups.Choice choice = new StoredBackups.Choice(targetId, backupId, !noVerify.given());
    Wiring wiring = session.wiring(session.host());
    boolean ofSystem = wiring.get(Host.class).context() == Context.SYSTEM;
    Consumer<RunObserver> restore = useCase(wiring, ofSystem, choice);
    if (dryRun.given()) {
      return Watched.on(session, "Check", session.out(), options.verbose())
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
    return new WatchedRun(
            session, "Restore", label, session.out(), options.verbose(), detached.given())
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
      RestoreAppliance.Command command =
          new RestoreAppliance.Command(choice, inPlace.given(), !noReboot.given());
      return dryRun.given()
          ? observer -> appliance.rehearse(command, observer)
          : observer -> appliance.run(command, observer);
    }
    RestoreBackup site = wiring.get(RestoreBackup.class);
    RestoreBackup.Command command = new RestoreBackup.Command(choice, inPlace.given());
    return dryRun.given()
        ? observer -> site.rehearse(command, observer)
        : observer -> site.run(command, observer);
  }

  private String[] words(TargetId targetId, BackupId backupId) {
    List<String> words = new ArrayList<>();
    if (noVerify.given()) {
      words.add("--no-verify");
    }
    if (inPlace.given()) {
      words.add("--in-place");
    }
    if (noReboot.given()) {
      words.add("--no-reboot");
    }
    words.add("--");
    words.add(targetId.value());
    words.add(backupId.value());
    return words.toArray(String[]::new);
  }
}
