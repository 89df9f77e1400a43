package org.mkbackup.application.site;

import java.io.OutputStream;
import java.util.function.Supplier;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.PeekedArchive;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/** Archives and restores the sites of jobs with the {@link SiteEngine} that is set. */
public final class SiteEngines {
  private final Supplier<SiteEngine> engine;
  private final Host host;
  private final Builtin builtin;
  private final SiteOmd omd;
  private final SiteControl control;
  private final Downtime downtime;

  /** What this program does itself. */
  public record Builtin(ArchiveSite archive, RestoreSite restore, SiteArchiver archiver) {}

  public SiteEngines(
      Supplier<SiteEngine> engine, Host host, Builtin builtin, SiteOmd omd, SiteControl control) {
    this.engine = engine;
    this.host = host;
    this.builtin = builtin;
    this.omd = omd;
    this.control = control;
    this.downtime = new Downtime(control);
  }

  /**
   * Writes the archive to the sink, and flushes but doesn't close it.
   *
   * @param mayStop whether a running site of a version that is too old to be archived while it runs
   *     is stopped for it; it is started again, whatever happens
   */
  public void archive(
      ArchiveSite.Command command, boolean mayStop, OutputStream sink, RunObserver observer) {
    builtin.archive().check(command);
    // Whoever can't have it may not stop the site either.
    try (RunLock.Held held = builtin.archive().hold(command.site(), observer)) {
      archiveHeld(command, mayStop, sink, observer);
    }
  }

  private void archiveHeld(
      ArchiveSite.Command command, boolean mayStop, OutputStream sink, RunObserver observer) {
    SiteTree site = command.site();
    SiteVersion version = SiteFiles.versionOf(site);
    boolean stop =
        mayStop && !version.canBeArchivedRunning() && downtime.isRunning(site.name(), true);
    if (stop) {
      observer.info(
          "Version "
              + version
              + " of site "
              + site.name()
              + " can't be archived while it runs: the site is stopped for it");
    }
    downtime.during(
        site.name(),
        stop,
        false,
        observer,
        () -> {
          archive(command, version, sink, observer);
          return version;
        });
  }

  private void archive(
      ArchiveSite.Command command, SiteVersion version, OutputStream sink, RunObserver observer) {
    if (!usesOmd(version)) {
      builtin.archive().runHeld(command, sink, observer);
      return;
    }
    observer.info("Site " + command.site().name() + " is archived by the omd of " + version);
    if (command.compression().format() == Compression.Format.ZSTD) {
      throw new ConfigurationException(
          "The omd of " + version + " can't compress with zstd, as compression.format says",
          "Set compression.format = gzip, or site-engine = builtin");
    }
    boolean compress = command.compression().compresses();
    omd.backup(command.site(), command.without(), compress, sink, observer, observer);
  }

  /** Restores a site in place of the one that is there, as {@link RestoreSite#run} does. */
  public void restore(RestoreSite.Command command, ArchiveSource source, RunObserver observer) {
    if (engine.get() == SiteEngine.BUILTIN) {
      builtin.restore().run(command, source, observer);
      return;
    }
    try (PeekedArchive archive = PeekedArchive.of(source.open(), builtin.archiver())) {
      SiteVersion version = archive.head().version();
      if (usesOmd(version)) {
        SiteTree site = host.ownSite().orElseGet(() -> host.site(archive.head().site()));
        try (RunLock.Held held = builtin.restore().hold(site, observer)) {
          observer.info("Site " + site.name() + " is restored by the omd of " + version);
          omd.restore(site, version, archive.stream(), observer, observer);
        }
        if (command.start() && !downtime.isRunning(site.name(), true)) {
          observer.info("Starting site " + site.name());
          Uninterrupted.run(() -> control.start(site.name()));
        }
        return;
      }
    }
    builtin.restore().run(command, source, observer);
  }

  /** Checks what {@link #restore} would do, and changes nothing. */
  public void rehearse(RestoreSite.Command command, ArchiveSource source, RunObserver observer) {
    SiteVersion version = builtin.restore().rehearse(command, source, observer).version();
    if (usesOmd(version)) {
      observer.info("It would be restored by the omd of " + version);
    }
  }

  /** Whether a restore that fails leaves each site as it was, unless it is made in place. */
  public boolean isUndoing() {
    return engine.get() == SiteEngine.BUILTIN;
  }

  private boolean usesOmd(SiteVersion version) {
    return switch (engine.get()) {
      case BUILTIN -> false;
      case OMD -> true;
      case AUTO -> !version.isKnown();
    };
  }
}
