package org.mkbackup.application.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.application.stream.PeekedArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Puts a new tree in a site's place. */
final class ReplaceSite {

  /** What is restored, from where and how. */
  record Order(
      SiteTree site,
      RestoreSite.Command command,
      PeekedArchive archive,
      ArchiveSource source,
      boolean asSiteUser) {

    UnpackOrder unpackInto(Path directory) {
      // A site's user may not choose a port; root's restore takes the archive's.
      Optional<String> port =
          asSiteUser ? SiteConfiguration.at(site.home()).apachePort() : Optional.empty();
      return new UnpackOrder(site, directory, port);
    }
  }

  private final SiteAccounts accounts;
  private final SiteHome home;
  private final SiteWork work;
  private final Steps.StageOwner owner;
  private final Downtime downtime;

  ReplaceSite(Steps steps) {
    this.accounts = steps.accounts();
    this.home = steps.home();
    this.work = steps.work();
    this.owner = steps.owner();
    this.downtime = new Downtime(steps.control());
  }

  /** Makes the tree of a site that has none yet. */
  ArchiveSummary fill(Order order, RunObserver observer) {
    SiteHome.Staged staged = home.stage(order.site());
    try (Closing closing = () -> Uninterrupted.run(staged::close)) {
      ArchiveSummary summary = unpack(order, staged, observer);
      swap(order, staged, false, observer);
      return summary;
    } catch (Downtime.Unfit unfit) {
      throw unfit.failure();
    }
  }

  /** Replaces a site by what is in the archive. */
  ArchiveSummary replace(Order order, RunObserver observer) {
    boolean running = downtime.isRunning(order.site().name(), order.command().kill());
    if (order.command().inPlace()) {
      return replaceInPlace(order, running, observer);
    }
    home.obstacle(order.site()).ifPresent(why -> refuse(order.site(), why));
    SiteHome.Staged staged = home.stage(order.site());
    try (Closing closing = () -> Uninterrupted.run(staged::close)) {
      ArchiveSummary summary = unpack(order, staged, observer);
      // Unpacking may have taken hours.
      boolean runsNow = downtime.isRunning(order.site().name(), order.command().kill());
      if (runsNow) {
        staged.noteRunning();
      }
      return whileStopped(
          order,
          runsNow,
          observer,
          () -> {
            freeTmp(order, observer);
            swap(order, staged, runsNow, observer);
            return summary;
          });
    } catch (Downtime.Unfit unfit) {
      throw unfit.failure();
    }
  }

  private static void refuse(SiteTree site, String why) {
    throw new SiteException(
        "The files of site " + site.name() + " can't be swapped: " + why,
        "Restore as the site's user, or with --in-place");
  }

  private ArchiveSummary whileStopped(
      Order order, boolean running, RunLog log, Supplier<ArchiveSummary> work) {
    return downtime.during(order.site().name(), running, order.command().start(), log, work);
  }

  private ArchiveSummary unpack(Order order, SiteHome.Staged staged, RunObserver observer) {
    owner.own(staged.directory(), order.site().name());
    return unpackAndConvert(
        order, order.unpackInto(staged.directory()), order.archive().stream(), observer);
  }

  private ArchiveSummary unpackAndConvert(
      Order order, UnpackOrder unpack, InputStream archive, RunObserver observer) {
    ArchiveSummary summary = work.unpack(unpack, archive, observer, observer);
    ArchiveHead head = order.archive().head();
    SiteName name = order.site().name();
    if (!head.site().equals(name)) {
      work.convert(
          new ConvertOrder(unpack.directory(), head, name, order.command().conflicts()), observer);
    }
    return summary;
  }

  /* A signal is heard before the trees change places; from then on it undoes nothing. */
  private void swap(Order order, SiteHome.Staged staged, boolean wasRunning, RunLog log) {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException("Stopped by a signal", "");
    }
    Uninterrupted.toTheEnd(() -> swapToTheEnd(order, staged, wasRunning, log));
  }

  private void swapToTheEnd(Order order, SiteHome.Staged staged, boolean wasRunning, RunLog log) {
    swapIn(order.site(), staged, wasRunning);
    try {
      work.runHooks(order.site(), order.archive().head(), log);
      staged.accept(log);
    } catch (RuntimeException | Error failure) {
      undo(order.site(), staged, failure);
      throw failure;
    }
    // With root's restore it went with the old tree, and root doesn't look into a site.
    if (order.asSiteUser() && !SiteFiles.isWhole(order.site())) {
      work.endInPlace(order.site().home());
    }
  }

  private void swapIn(SiteTree site, SiteHome.Staged staged, boolean wasRunning) {
    try {
      staged.swapIn(wasRunning);
    } catch (RuntimeException | Error failure) {
      if (home.mustUndo(site)) {
        throw halfSwapped(site, failure);
      }
      throw failure;
    }
  }

  private static void undo(SiteTree site, SiteHome.Staged staged, Throwable failure) {
    try {
      staged.undo();
    } catch (RuntimeException | Error second) {
      failure.addSuppressed(second);
      throw halfSwapped(site, failure);
    }
  }

  private static Downtime.Unfit halfSwapped(SiteTree site, Throwable failure) {
    failure.addSuppressed(SiteFiles.halfSwapped(site.name()));
    return new Downtime.Unfit(failure);
  }

  /* A site's user may have tmp in use by a shell of its own, and can go on without. */
  private void freeTmp(Order order, RunLog log) {
    try {
      accounts.unmountTmpfs(order.site().name());
    } catch (SiteException e) {
      if (!order.asSiteUser()) {
        throw e;
      }
      log.warn(e.getMessage());
      work.clear(order.site().tmp(), log);
    }
  }

  private ArchiveSummary replaceInPlace(Order order, boolean running, RunObserver observer) {
    if (order.asSiteUser()) {
      // Staging refuses what the site's user can't change, which clearing would find too late.
      home.stage(order.site()).close();
    }
    // Opened before it is checked, so that nothing can take its place in between.
    try (InputStream again = order.source().open()) {
      observer.info("Checking the whole archive before anything is touched");
      work.check(order.site(), order.archive().stream(), observer, observer);
      UnpackOrder unpack = order.unpackInto(order.site().home());
      return whileStopped(
          order,
          running,
          observer,
          () -> {
            freeTmp(order, observer);
            work.beginInPlace(order.site().home());
            return refill(order, unpack, again, observer);
          });
    } catch (Downtime.Unfit unfit) {
      throw unfit.failure();
    } catch (IOException e) {
      throw new ArchiveException("The archive can't be closed: " + e.getMessage(), "", e);
    }
  }

  private ArchiveSummary refill(
      Order order, UnpackOrder unpack, InputStream archive, RunObserver observer) {
    try {
      work.clear(order.site().home(), observer);
      ArchiveSummary summary = unpackAndConvert(order, unpack, archive, observer);
      work.runHooks(order.site(), order.archive().head(), observer);
      work.endInPlace(order.site().home());
      return summary;
    } catch (RuntimeException | Error failure) {
      failure.addSuppressed(SiteFiles.notWhole(order.site().name()));
      throw new Downtime.Unfit(failure);
    }
  }

  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }
}
