package org.mkbackup.application.appliance;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.site.SiteTree;

/** Keeps other runs out of the sites that a restore touches, as they are found. */
final class SiteLocks implements AutoCloseable {
  private final JobContext context;
  private final Set<SiteTree> sites = new HashSet<>();
  private final Deque<RunLock.Held> held = new ArrayDeque<>();

  SiteLocks(JobContext context) {
    this.context = context;
  }

  /**
   * Takes the locks of those whose it doesn't hold yet; all of them or none.
   *
   * @throws org.mkbackup.domain.failure.BusyException if another run is at work in one of them
   */
  void take(Collection<SiteTree> more) {
    held.push(context.lockSites(more.stream().filter(site -> !sites.contains(site)).toList()));
    sites.addAll(more);
  }

  @Override
  public void close() {
    held.forEach(RunLock.Held::close);
  }
}
