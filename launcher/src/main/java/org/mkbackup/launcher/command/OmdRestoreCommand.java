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
import picocli.CommandLine.Model.OptionSpec;

/** {@code omd restore}. */
final class OmdRestoreCommand extends Command {
  private final Session session;
  private final GlobalOptions options;

  private final Word<Integer> uid = number("--uid", "The new user's number.");

  private final Word<Integer> gid = number("--gid", "The new group's number.");

  private final Flag reuse =
      flag("--reuse", "Replace the site that is there, and use its account.");

  private final Flag kill = flag("--kill", "Stop the site if it is running.");

  private final Word<Conflict> conflict =
      option(
          OptionSpec.builder("--conflict")
              .paramLabel("HOW")
              .defaultValue("ask")
              .description(
                  "What to do where the new site name changes lines that the user changed, too:"
                      + " install, keepold, abort or ask (the default)."),
          Conflict.class);

  private final Word<String> tmpfsSize = option("--tmpfs-size", "S", "Of a new site: 500M, 2G.");

  private final Flag inPlace =
      flag(
          "--in-place",
          "Remove the site's files before its new ones are unpacked, for want of room. The whole"
              + " archive is checked before.");

  private final Word<List<String>> words =
      parameters(
          SiteAndArchive.words(
              "The site's new name (as root), and the archive; '-' is standard input."));

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
    super("restore", "Restore a site from its archive.");
    flag("--apache-reload", "Accepted for compatibility.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    SiteAndArchive where = SiteAndArchive.of(words.value());
    Host host = session.host();
    Wiring wiring = session.wiring(host);
    RestoreSite restoreSite = wiring.get(RestoreSite.class);
    RestoreSite.Command command =
        new RestoreSite.Command(
            where.site(),
            reuse.given(),
            kill.given(),
            conflict.value().policy(),
            number(uid.told()),
            number(gid.told()),
            tmpfsSize.told(),
            inPlace.given(),
            false);
    String name = where.site().map(site -> " " + site).orElse("");
    LoggedRuns.Label label = new LoggedRuns.Label("omd restore" + name, true);
    new WatchedRun(session, "Restoring", label, session.out(), options.verbose())
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

  private Word<Integer> number(String name, String description) {
    return option(OptionSpec.builder(name).paramLabel("N").description(description), Integer.class);
  }

  private static OptionalInt number(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
