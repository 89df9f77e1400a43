package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
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

  @Override
  protected void configure() {
    Recipes recipes = new Recipes(binder());
    recipes.add(
        LiveSite.Reach.class,
        from -> {
          RrdUpdates.Daemon daemon = from.get(RrdUpdates.Daemon.class);
          return (site, log) ->
              new LiveSite(daemon.connect(site, log), from.get(HistorySnapshots.class));
        });
    recipes.add(
        OwnSiteWork.Reach.class,
        from ->
            new OwnSiteWork.Reach(
                from.get(SiteArchiver.class),
                from.get(LiveSite.Reach.class),
                from.get(SkeletonConverter.class),
                from.get(PostRestoreHooks.class),
                from.get(SiteTrees.class),
                from.get(RunLock.class)));
    recipes.add(
        OwnSiteWork.class,
        from ->
            new OwnSiteWork(
                host,
                from.get(OwnSiteWork.Reach.class),
                new ConflictQuestion(ApplicationModule.terminal())));
    recipes.addOnce(
        SiteWork.class,
        from -> {
          OwnSiteWork own = from.get(OwnSiteWork.class);
          SiteAccounts accounts = from.get(SiteAccounts.class);
          if (!mustDropRights()) {
            return own;
          }
          ConflictQuestion question = new ConflictQuestion(ApplicationModule.terminal());
          return new SiteUserWork(host, accounts, WorkerCommand.ofThisProcess(), question, stop);
        });
    recipes.addOnce(
        SiteHome.class,
        from -> {
          SiteHome.Factory factory = from.get(SiteHome.Factory.class);
          return factory.create(from.get(SiteWork.class));
        });
    recipes.add(
        Steps.class,
        from -> {
          SiteControl control = from.get(SiteControl.class);
          SiteAccounts accounts = from.get(SiteAccounts.class);
          SiteHome home = from.get(SiteHome.class);
          SiteWork work = from.get(SiteWork.class);
          Steps.StageOwner owner =
              mustDropRights() ? new SiteOwnership(accounts) : (directory, site) -> {};
          return new Steps(control, accounts, home, work, owner);
        });
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
}
