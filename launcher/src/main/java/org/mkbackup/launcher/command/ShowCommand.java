package org.mkbackup.launcher.command;

import java.io.PrintStream;
import org.mkbackup.application.inspect.DescribeBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.job.Summary;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.launcher.console.ConsoleObserver;

/** {@code mkbackup show TARGET BACKUP-ID}. */
final class ShowCommand extends Command {
  private final Session session;
  private final GlobalOptions options;
  private final ChosenBackup chosen = new ChosenBackup(this);

  ShowCommand(Session session, GlobalOptions options) {
    super("show", "Show what a backup is and which archives it has.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    StoredBackups.Choice choice = chosen.choice();
    BackupManifest manifest =
        session
            .wiring(session.host())
            .get(DescribeBackup.class)
            .run(choice, new ConsoleObserver(session.err(), session.err(), options.verbose()));
    PrintStream out = session.out();
    out.println("Backup-ID:    " + OneLine.of(choice.backup().value()));
    ManifestRows.print(manifest, out);
    ManifestRows.row(out, "Made by", maker(manifest));
    out.println();
    Table table = new Table("Archive", "Size", "Members", "Sealed", "MAC", "Digests");
    manifest.files().forEach(archive -> row(table, archive));
    table.print(out);
    return session.printed();
  }

  /* Nobody else notes SHA-256. */
  private static String maker(BackupManifest manifest) {
    return manifest.files().stream().anyMatch(archive -> archive.sha256().isPresent())
        ? "mkbackup (this program)"
        : "mkbackup of Checkmk";
  }

  private static void row(Table table, StoredArchive archive) {
    boolean sealed = ArchiveName.parse(archive.name()).filter(ArchiveName::sealed).isPresent();
    table.row(
        archive.name(),
        Summary.bytes(archive.size()),
        archive.members().map(list -> Long.toString(list.count())).orElse("not listed"),
        sealed ? "yes" : "no",
        archive.mac().isPresent() ? "yes" : "no",
        archive.sha256().isPresent() ? "MD5, SHA-256" : "MD5");
  }
}
