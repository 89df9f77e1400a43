package org.mkbackup.application.site;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteStatus;
import org.mkbackup.domain.site.SiteTree;

/** Archives one site, running or stopped: {@code omd backup}. */
public final class ArchiveSite {
  private final SiteControl control;
  private final SiteWork work;
  private final RecoverSite recover;

  public ArchiveSite(SiteControl control, SiteWork work, RecoverSite recover) {
    this.control = control;
    this.work = work;
    this.recover = recover;
  }

  /**
   * What to archive.
   *
   * @param destination the file that is written, if it is one; it may not lie in the site
   * @param members is told what goes into the archive, unless another program makes it
   */
  public record Command(
      SiteTree site,
      Set<Exclusions.Part> without,
      Compression compression,
      Optional<Path> destination,
      MemberRecorder members) {

    /** An archive whose members nobody lists. */
    public Command(
        SiteTree site,
        Set<Exclusions.Part> without,
        Compression compression,
        Optional<Path> destination) {
      this(site, without, compression, destination, MemberRecorder.none());
    }
  }

  /** Refuses what can't work, before a destination is opened. */
  public void check(Command command) {
    SiteFiles.requireHome(command.site());
    command
        .destination()
        .filter(file -> SiteFiles.isInside(file, command.site()))
        .ifPresent(
            file -> {
              throw new UsageException(
                  "The archive " + file + " would lie in the very site that it is made of",
                  "Name a place outside of " + command.site().home());
            });
  }

  /**
   * Writes the archive to the sink, and flushes but doesn't close it. No restore of the site can
   * begin before it has ended.
   *
   * @throws SiteException if there is no such site, or no whole one
   * @throws org.mkbackup.domain.failure.BusyException if the site is being restored or backed up
   */
  public ArchiveSummary run(Command command, OutputStream sink, RunObserver observer) {
    check(command);
    try (RunLock.Held held = hold(command.site(), observer)) {
      return runHeld(command, sink, observer);
    }
  }

  /** As {@link #run}, for whoever has what {@link #hold} returned. */
  ArchiveSummary runHeld(Command command, OutputStream sink, RunObserver observer) {
    SiteTree site = command.site();
    boolean running = control.status(site.name()) != SiteStatus.STOPPED;
    return work.pack(
        new PackOrder(site, command.without(), command.compression(), running, command.members()),
        sink,
        observer,
        observer);
  }

  /**
   * Puts the site in order, and keeps restores of it away until the caller closes what is returned.
   */
  RunLock.Held hold(SiteTree site, RunObserver observer) {
    RunLock.Held held = recover.hold(site, observer);
    try {
      work.recover(site, observer);
      return held;
    } catch (RuntimeException | Error failure) {
      held.close();
      throw failure;
    }
  }
}
