package org.mkbackup.application.job;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Where the site context keeps its state files and its locks. */
public final class JobContext {
  private final Host host;
  private final RunLock locks;

  public JobContext(Host host, RunLock locks) {
    this.host = host;
    this.locks = locks;
  }

  public SiteTree site() {
    return host.requireOwnSite();
  }

  public Path stateDirectory() {
    return site().home().resolve("var/check_mk/backup");
  }

  public Path stateFile(JobId job) {
    return stateDirectory().resolve(job + ".state");
  }

  /** Outside of the site, which is being replaced. */
  public Path restoreStateFile() {
    return host.path("/tmp/restore-" + site().name() + ".state");
  }

  /** Keeps all other runs of {@code mkbackup} out of the site, those of Checkmk as well. */
  public RunLock.Held lock() {
    SiteName name = site().name();
    RunLock.Held outer =
        locks.take(host.path("/run/lock/mkbackup/mkbackup-" + name + ".lock"), 0660);
    Path newer = site().restoreWorkingDirectory();
    if (!Files.isDirectory(newer, LinkOption.NOFOLLOW_LINKS)) {
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
}
