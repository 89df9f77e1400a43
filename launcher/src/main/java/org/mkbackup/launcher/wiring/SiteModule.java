package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.mkbackup.application.site.OwnSiteWork;
import org.mkbackup.application.site.SiteWork;
import org.mkbackup.application.site.Steps;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.HistorySnapshots;
import org.mkbackup.domain.port.LiveSite;
import org.mkbackup.domain.port.PostRestoreHooks;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.port.SkeletonConverter;
import org.mkbackup.launcher.console.ConflictQuestion;
import org.mkbackup.launcher.console.StopSignal;
import org.mkbackup.launcher.worker.SiteOwnership;
import org.mkbackup.launcher.worker.SiteUserWork;
import org.mkbackup.launcher.worker.WorkerCommand;

/** How a site's files are reached: in this process, or as root by a child of the site's user. */
final class SiteModule extends AbstractModule {
  private final Host host;
  private final StopSignal stop;

  SiteModule(Host host, StopSignal stop) {
    this.host = host;
    this.stop = stop;
  }

  /** The adapter for swapping trees that this context asks for. */
  static String swap(Host host) {
    return host.context() == Context.SYSTEM ? "whole" : "entries";
  }

  /** The adapter for the log that this context asks for. */
  static String log(Host host) {
    return host.context() == Context.SYSTEM ? "syslog" : "file";
  }

  private boolean mustDropRights() {
    return host.context() == Context.SYSTEM && !host.isRelocated();
  }

  @Provides
  LiveSite.Reach liveSite(RrdUpdates.Daemon daemon, HistorySnapshots history) {
    return (site, log) -> new LiveSite(daemon.connect(site, log), history);
  }

  @Provides
  OwnSiteWork.Reach reach(
      SiteArchiver archiver,
      LiveSite.Reach live,
      SkeletonConverter converter,
      PostRestoreHooks hooks,
      SiteTrees trees,
      RunLock locks) {
    return new OwnSiteWork.Reach(archiver, live, converter, hooks, trees, locks);
  }

  @Provides
  OwnSiteWork ownSiteWork(OwnSiteWork.Reach reach) {
    return new OwnSiteWork(host, reach, new ConflictQuestion(ApplicationModule.terminal()));
  }

  @Provides
  @Singleton
  SiteWork siteWork(OwnSiteWork own, SiteAccounts accounts) {
    if (!mustDropRights()) {
      return own;
    }
    ConflictQuestion question = new ConflictQuestion(ApplicationModule.terminal());
    return new SiteUserWork(host, accounts, WorkerCommand.ofThisProcess(), question, stop);
  }

  @Provides
  @Singleton
  SiteHome siteHome(SiteHome.Factory factory, SiteWork work) {
    return factory.create(work);
  }

  @Provides
  Steps steps(SiteControl control, SiteAccounts accounts, SiteHome home, SiteWork work) {
    Steps.StageOwner owner =
        mustDropRights() ? new SiteOwnership(accounts) : (directory, site) -> {};
    return new Steps(control, accounts, home, work, owner);
  }
}
