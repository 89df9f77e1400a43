package org.mkbackup.launcher.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mkbackup.application.job.Summary;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.OneLine;

/** What a manifest says, in a row for each thing. */
final class ManifestRows {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private ManifestRows() {}

  static void print(BackupManifest manifest, PrintStream out) {
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
        + appliance.cluster().map(ManifestRows::place).orElse("")
        + ")";
  }

  private static String place(BackupManifest.Cluster cluster) {
    return ", "
        + (cluster.inactive() ? "inactive" : "active")
        + " node of a cluster with "
        + cluster.partner();
  }

  static void row(PrintStream out, String label, String value) {
    out.println(String.format(Locale.ROOT, "  %-11s %s", label + ":", OneLine.of(value)));
  }
}
