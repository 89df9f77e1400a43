package org.mkbackup.launcher.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.site.ArchiveSite;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.launcher.console.ArchiveDestination;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code omd backup}. */
final class OmdBackupCommand extends Command {
  private final Session session;
  private final GlobalOptions options;

  private final Flag noRrds = flag("--no-rrds", "Leave out performance data.");

  private final Flag noLogs = flag("--no-logs", "Leave out logs and monitoring history.");

  private final Flag noAgents = flag("--no-agents", "Leave out baked agents.");

  private final Flag noPast = flag("-N", "--no-past", "Leave out all three.");

  private final Flag noCompression = flag("--no-compression", "Don't compress the archive.");

  private final Word<List<String>> words =
      parameters(
          SiteAndArchive.words(
              "The site (as root), and the archive's file; '-' is standard output."));

  OmdBackupCommand(Session session, GlobalOptions options) {
    super("backup", "Archive a site, running or stopped.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    SiteAndArchive where = SiteAndArchive.of(words.value());
    Host host = session.host();
    Wiring wiring = session.wiring(host);
    SiteTree site = where.siteToArchive(host);
    Optional<Path> file =
        where.isStream() ? Optional.empty() : Optional.of(Path.of(where.archive()));
    PrintStream lines = where.isStream() ? session.err() : session.out();
    LoggedRuns.Label label = new LoggedRuns.Label("omd backup " + site.name(), false);
    return new WatchedRun(session, "Archiving " + site.name(), label, lines, options.verbose())
        .run(
            wiring,
            observer -> {
              // The settings are the site's files, too.
              wiring.get(RecoverSite.class).run(site, observer);
              Compression compression = wiring.get(Settings.class).gzip(!noCompression.given());
              ArchiveSite.Command command =
                  new ArchiveSite.Command(site, without(), compression, file);
              archive(wiring.get(ArchiveSite.class), command, observer);
              return CommandLines.EXIT_GOOD;
            });
  }

  private static void archive(
      ArchiveSite archiveSite, ArchiveSite.Command command, RunObserver observer) {
    archiveSite.check(command);
    try (ArchiveDestination destination =
        command
            .destination()
            .map(ArchiveDestination::file)
            .orElseGet(ArchiveDestination::standardOutput)) {
      archive(archiveSite, command, destination, observer);
      destination.commit();
    }
  }

  private static ArchiveSummary archive(
      ArchiveSite archiveSite,
      ArchiveSite.Command command,
      ArchiveDestination destination,
      RunObserver observer) {
    try (OutputStream sink = destination.stream()) {
      return archiveSite.run(command, sink, observer);
    } catch (IOException e) {
      throw new TargetException("Can't write the archive: " + e.getMessage(), "", e);
    }
  }

  private Set<Exclusions.Part> without() {
    if (noPast.given()) {
      return Exclusions.past();
    }
    Set<Exclusions.Part> parts = EnumSet.noneOf(Exclusions.Part.class);
    if (noRrds.given()) {
      parts.add(Exclusions.Part.RRDS);
    }
    if (noLogs.given()) {
      parts.add(Exclusions.Part.LOGS);
    }
    if (noAgents.given()) {
      parts.add(Exclusions.Part.AGENTS);
    }
    return parts;
  }
}
