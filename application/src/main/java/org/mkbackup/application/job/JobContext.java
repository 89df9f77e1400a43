package org.mkbackup.application.job;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.site.SiteTree;

/** Where this context, a site's or the appliance's, keeps its state files and its locks. */
public final class JobContext {
  private final Host host;
  private final RunLock locks;

  public JobContext(Host host, RunLock locks) {
    this.host = host;
    this.locks = locks;
  }

  public boolean isSystem() {
    return host.context() == Context.SYSTEM;
  }

  public SiteTree site() {
    return host.requireOwnSite();
  }

  /** A job's name on the targets that it shares with others. */
  public GlobalJobId globalId(JobId job) {
    return isSystem()
        ? GlobalJobId.ofAppliance(host.hostname(), job)
        : GlobalJobId.ofSite(host.hostname(), site().name(), job);
  }

  /** Whether a job of this context made a backup, as its manifest says. */
  boolean isOwn(JobId job, BackupManifest manifest) {
    return manifest.jobId().equals(job.value())
        && manifest.hostname().equals(host.hostname())
        && (manifest.origin() instanceof BackupManifest.Site of
            ? !isSystem() && of.name().equals(site().name())
            : isSystem());
  }

  /** Whether a path lies in what is backed up here, and replaced by a restore. */
  boolean backsUp(Path path) {
    return isSystem() ? ApplianceContent.includes(host, path) : SiteFiles.isInside(path, site());
  }

  /** Where backups can be kept, for people. */
  String placeForBackups() {
    return isSystem() ? "below " + host.path("/mnt") : "outside of " + site().home();
  }

  public Path stateDirectory() {
    return isSystem()
        ? host.path("/var/lib/mkbackup")
        : site().home().resolve("var/check_mk/backup");
  }

  public Path stateFile(JobId job) {
    return stateDirectory().resolve(job + ".state");
  }

  /** A site's lies outside of the site, which is being replaced. */
  public Path restoreStateFile() {
    return isSystem()
        ? stateDirectory().resolve("restore.state")
        : host.path("/tmp/restore-" + site().name() + ".state");
  }

  /**
   * Keeps all other runs of {@code mkbackup} out of this context, those of Checkmk as well. A run
   * of the appliance takes {@link #lockSite} of each site that it touches besides.
   */
  public RunLock.Held lock() {
    return isSystem()
        ? locks.take(host.path("/run/lock/mkbackup/mkbackup.lock"), 0660)
        : lockSite(site());
  }

  /** Keeps all other runs of {@code mkbackup} out of a site. */
  public RunLock.Held lockSite(SiteTree site) {
    RunLock.Held outer =
        locks.take(host.path("/run/lock/mkbackup/mkbackup-" + site.name() + ".lock"), 0660);
    Path newer = site.restoreWorkingDirectory();
    if (isSystem() || !Files.isDirectory(newer, LinkOption.NOFOLLOW_LINKS)) {
      return outer;
    }
    try {
      RunLock.Held inner = locks.take(newer.resolve("mkbackup.lock"), 0600);
      return () -> {
        inner.close();
        outer.close();
      };
    } catch (RuntimeException e) {
      outer.close();
      throw e;
    }
  }

  /** Keeps all other runs of {@code mkbackup} out of several sites; takes all locks or none. */
  public RunLock.Held lockSites(Collection<SiteTree> sites) {
    Deque<RunLock.Held> held = new ArrayDeque<>();
    RunLock.Held all = () -> held.forEach(RunLock.Held::close);
    try {
      sites.forEach(site -> held.push(lockSite(site)));
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }
}
