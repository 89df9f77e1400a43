package org.mkbackup.application.site;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.PeekedArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Restores one site from an archive: {@code omd restore}. */
public final class RestoreSite {

  /**
   * How to restore.
   *
   * @param name the site's new name; empty: the archive's, or the own one of a site user
   * @param reuse whether root replaces a site that is there; a site user always does
   * @param kill whether a running site is stopped for it
   * @param uid for a new account
   * @param gid for a new account
   * @param tmpfsSize for a new site's {@code tmp}, as mount(8) takes it
   * @param inPlace whether the old site is removed before the new one is unpacked
   * @param start whether the site is started afterwards even if it hadn't been running
   */
  public record Command(
      Optional<SiteName> name,
      boolean reuse,
      boolean kill,
      ConflictPolicy conflicts,
      OptionalInt uid,
      OptionalInt gid,
      Optional<String> tmpfsSize,
      boolean inPlace,
      boolean start) {}

  private final Host host;
  private final SiteArchiver archiver;
  private final RestoreLock lock;
  private final RecoverSite recover;
  private final SiteWork work;
  private final NewSite newSite;
  private final ReplaceSite replaceSite;

  public RestoreSite(
      Host host, SiteArchiver archiver, RestoreLock lock, RecoverSite recover, Steps steps) {
    this.host = host;
    this.archiver = archiver;
    this.lock = lock;
    this.recover = recover;
    this.work = steps.work();
    this.newSite = new NewSite(steps.accounts());
    this.replaceSite = new ReplaceSite(steps);
  }

  /**
   * Restores the site. If this fails, the site stands as it stood, and runs if it ran; a site that
   * wasn't there isn't there afterwards either.
   */
  public ArchiveSummary run(Command command, ArchiveSource source, RunObserver observer) {
    if (command.inPlace() && !source.canBeReadAgain()) {
      throw new UsageException(
          "A stream can't be restored in place, because it is read twice then",
          "Store the archive in a file, or make room and leave out --in-place");
    }
    try (PeekedArchive archive = PeekedArchive.of(source.open(), archiver)) {
      requireInstalled(archive.head());
      SiteTree site = siteToRestore(command, archive.head());
      refuseInside(source, site);
      try (RunLock.Held held = hold(site, observer)) {
        observer.info(
            "Restoring site "
                + site.name()
                + " from an archive of site "
                + archive.head().site()
                + ", version "
                + archive.head().version());
        return restore(command, site, archive, source, observer);
      }
    }
  }

  /**
   * Makes the checks of a restore, with the archive read to its end, and tells what it would do.
   * Nothing is changed, and no lock is taken: a run that is at work isn't waited for.
   *
   * @return what the archive is of
   */
  ArchiveHead rehearse(Command command, ArchiveSource source, RunObserver observer) {
    try (PeekedArchive archive = PeekedArchive.of(source.open(), archiver)) {
      requireInstalled(archive.head());
      SiteTree site = siteToRestore(command, archive.head());
      refuseInside(source, site);
      SiteFiles.requireHome(site);
      new Rehearsal(archiver).run(site, archive, command.inPlace(), observer);
      return archive.head();
    }
  }

  /**
   * Keeps backups and other restores of the site away, and puts in order what an earlier restore
   * left, be it root's or the site user's: nothing may undo this one later.
   */
  RunLock.Held hold(SiteTree site, RunObserver observer) {
    RunLock.Held held = lock.take(site);
    try {
      recover.recover(site, observer);
      if (Files.isDirectory(site.home(), LinkOption.NOFOLLOW_LINKS)) {
        work.recover(site, observer);
      }
      return held;
    } catch (RuntimeException | Error failure) {
      held.close();
      throw failure;
    }
  }

  private ArchiveSummary restore(
      Command command,
      SiteTree site,
      PeekedArchive archive,
      ArchiveSource source,
      RunObserver observer) {
    boolean isSiteUser = host.context() == Context.SITE;
    ReplaceSite.Order order = new ReplaceSite.Order(site, command, archive, source, isSiteUser);
    NewSite.Account account =
        new NewSite.Account(command.uid(), command.gid(), command.tmpfsSize());
    if (isSiteUser || command.reuse()) {
      SiteFiles.requireHome(site);
      return replaceSite.replace(order, observer);
    }
    newSite.requireFree(site, observer);
    return newSite.create(site.name(), account, observer, () -> replaceSite.fill(order, observer));
  }

  /* It would be lost together with the old tree, and the site with it if it was read in place. */
  private static void refuseInside(ArchiveSource source, SiteTree site) {
    source
        .place()
        .filter(place -> SiteFiles.isInside(place, site))
        .ifPresent(
            place -> {
              throw new UsageException(
                  "The archive " + place + " lies in the very site that it would replace",
                  "Move it to a place outside of " + site.home());
            });
  }

  private void requireInstalled(ArchiveHead head) {
    if (!Files.isDirectory(host.version(head.version()))) {
      throw new ArchiveException(
          "The archive needs version "
              + head.version()
              + " of Checkmk, which is not installed in "
              + host.path("/omd/versions"),
          "Install that version first");
    }
  }

  private SiteTree siteToRestore(Command command, ArchiveHead head) {
    if (host.context() == Context.SYSTEM) {
      return host.site(command.name().orElse(head.site()));
    }
    SiteTree own = host.requireOwnSite();
    command
        .name()
        .filter(name -> !name.equals(own.name()))
        .ifPresent(
            name -> {
              throw new SiteException(
                  "The user of site " + own.name() + " can't restore site " + name,
                  "Leave out the name, or do it as root");
            });
    return own;
  }
}
