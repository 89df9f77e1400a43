package org.mkbackup.launcher.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.site.ConflictPolicy;
import org.mkbackup.application.site.RestoreSite;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.launcher.console.ArchiveInput;
import org.mkbackup.launcher.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code omd restore}. */
@Command(name = "restore", description = "Restore a site from its archive.")
@SuppressWarnings("UnusedVariable") // picocli acts on some options by itself
final class OmdRestoreCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;

  @Option(names = "--uid", paramLabel = "N", description = "The new user's number.")
  private Optional<Integer> uid = Optional.empty();

  @Option(names = "--gid", paramLabel = "N", description = "The new group's number.")
  private Optional<Integer> gid = Optional.empty();

  @Option(names = "--reuse", description = "Replace the site that is there, and use its account.")
  private boolean reuse;

  @Option(names = "--kill", description = "Stop the site if it is running.")
  private boolean kill;

  @Option(
      names = "--conflict",
      paramLabel = "HOW",
      defaultValue = "ask",
      description =
          "What to do where the new site name changes lines that the user changed, too:"
              + " install, keepold, abort or ask (the default).")
  private Conflict conflict = Conflict.ask;

  @Option(names = "--tmpfs-size", paramLabel = "S", description = "Of a new site: 500M, 2G.")
  private Optional<String> tmpfsSize = Optional.empty();

  @Option(names = "--apache-reload", description = "Accepted for compatibility.")
  private boolean apacheReload;

  @Option(
      names = "--in-place",
      description =
          "Remove the site's files before its new ones are unpacked, for want of room. The whole"
              + " archive is checked before.")
  private boolean inPlace;

  @Parameters(
      arity = "1",
      paramLabel = "[SITE] -|ARCHIVE",
      hideParamSyntax = true,
      description = "The site's new name (as root), and the archive; '-' is standard input.")
  private List<String> words = List.of();

  /** The words of {@code --conflict}. */
  enum Conflict {
    install,
    keepold,
    abort,
    ask;

    ConflictPolicy policy() {
      return switch (this) {
        case install -> ConflictPolicy.INSTALL;
        case keepold -> ConflictPolicy.KEEP_OLD;
        case abort -> ConflictPolicy.ABORT;
        case ask -> ConflictPolicy.ASK;
      };
    }
  }

  OmdRestoreCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    SiteAndArchive where = SiteAndArchive.of(words);
    Host host = session.host();
    Wiring wiring = session.wiring(host);
    RestoreSite restoreSite = wiring.get(RestoreSite.class);
    RestoreSite.Command command =
        new RestoreSite.Command(
            where.site(),
            reuse,
            kill,
            conflict.policy(),
            number(uid),
            number(gid),
            tmpfsSize,
            inPlace,
            false);
    String name = where.site().map(site -> " " + site).orElse("");
    LoggedRuns.Label label = new LoggedRuns.Label("omd restore" + name, true);
    new WatchedRun(session, "Restoring", label, session.out(), options.verbose)
        .run(wiring, observer -> restore(restoreSite, command, where, observer));
    return CommandLines.EXIT_GOOD;
  }

  private static ArchiveSummary restore(
      RestoreSite restoreSite,
      RestoreSite.Command command,
      SiteAndArchive where,
      RunObserver observer) {
    try {
      return restoreSite.run(command, source(where), observer);
    } catch (ArchiveException e) {
      String name = where.isStream() ? "Standard input" : where.archive();
      throw e.what().contains(name) ? e : new ArchiveException(name + ": " + e.what(), e.hint(), e);
    }
  }

  private static ArchiveSource source(SiteAndArchive where) {
    return where.isStream() ? ArchiveInput.standardInput() : ArchiveInput.file(where.archive());
  }

  private static OptionalInt number(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
