package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.application.job.Summary;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.launcher.console.ConsoleObserver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mkbackup list TARGET}. */
@Command(name = "list", description = "List the backups on a target.")
final class ListCommand implements CommandLines.Command {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Session session;
  private final GlobalOptions options;

  @Parameters(paramLabel = "TARGET", description = "The target's id.")
  private String target = "";

  ListCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = session.wiring(session.host()).get(Catalogue.class);
    PrintStream out = session.out();
    // Nothing but the list goes to standard output.
    RunLog log = new ConsoleObserver(session.err(), session.err(), options.verbose);
    for (Catalogue.Listed backup : catalogue.backups(new TargetId(target), log)) {
      out.println("Backup-ID:    " + OneLine.of(backup.id().value()));
      backup
          .manifest()
          .ifPresentOrElse(
              manifest -> show(manifest, out), () -> row(out, "Problem", backup.problem()));
      out.println();
    }
    return session.printed();
  }

  private static void show(BackupManifest manifest, PrintStream out) {
    row(out, "Type", manifest.origin() instanceof BackupManifest.Site ? "Check_MK" : "Appliance");
    row(out, "Job", manifest.jobId());
    row(out, "Origin", origin(manifest));
    row(out, "Finished", TIME.format(manifest.finished().atZone(ZoneId.systemDefault())));
    row(out, "Size", Summary.bytes(manifest.size()));
    row(out, "Encrypted", manifest.keyId().map(key -> "Yes (" + key + ")").orElse("No"));
  }

  private static String origin(BackupManifest manifest) {
    if (manifest.origin() instanceof BackupManifest.Site site) {
      return manifest.hostname() + " (Site: " + site.name() + ", " + site.version() + ")";
    }
    BackupManifest.Appliance appliance = (BackupManifest.Appliance) manifest.origin();
    return manifest.hostname()
        + " (Firmware: "
        + appliance.version()
        + appliance.cluster().map(ListCommand::place).orElse("")
        + ")";
  }

  private static String place(BackupManifest.Cluster cluster) {
    return ", "
        + (cluster.inactive() ? "inactive" : "active")
        + " node of a cluster with "
        + cluster.partner();
  }

  private static void row(PrintStream out, String label, String value) {
    out.println(String.format(Locale.ROOT, "  %-11s %s", label + ":", OneLine.of(value)));
  }
}
