package org.mkbackup.application.inspect;

import java.io.OutputStream;
import java.util.Set;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.site.PackOrder;
import org.mkbackup.application.site.SiteWork;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** What an archive would have in it if it was made now. */
public final class CurrentMembers {
  private final Host host;
  private final SiteWork work;
  private final SystemArchiver system;

  public CurrentMembers(Host host, SiteWork work, SystemArchiver system) {
    this.host = host;
    this.work = work;
    this.system = system;
  }

  /**
   * Reads all of a tree, and writes it nowhere.
   *
   * @param manifest of the backup whose archive it is; what its job leaves out is left out
   */
  void list(
      ArchiveName name, BackupManifest manifest, MemberRecorder members, RunObserver observer) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    if (name.site().isPresent()) {
      SiteTree site = site(name.site().get());
      // As its files stand: nothing of a running site is asked to hold still for it.
      PackOrder order = new PackOrder(site, without(manifest), Compression.NONE, false, members);
      work.pack(order, nowhere, observer, Progress.silent());
      return;
    }
    if (host.context() != Context.SYSTEM) {
      throw new UsageException(
          "A site's user can't read what " + name.fileName() + " is made of",
          "Compare it with another backup, or do it as root");
    }
    SystemTree tree = BackupMembers.treeOf(name, host);
    system.pack(tree, Compression.NONE, nowhere, members, observer, Progress.silent());
  }

  private SiteTree site(SiteName name) {
    if (host.context() == Context.SYSTEM) {
      return host.site(name);
    }
    SiteTree own = host.requireOwnSite();
    if (!own.name().equals(name)) {
      throw new UsageException(
          "The user of site " + own.name() + " can't read site " + name,
          "Compare its backup with another one");
    }
    return own;
  }

  private static Set<Exclusions.Part> without(BackupManifest manifest) {
    return manifest
        .jobConfiguration()
        .get("no_history")
        .filter(value -> value.equals(Literal.bool(true)))
        .map(value -> Exclusions.past())
        .orElse(Set.of());
  }
}
