package org.mkbackup.application.site;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.LiveSite;
import org.mkbackup.domain.port.PostRestoreHooks;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.port.SkeletonConverter;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;

/** Work on a site's files in this process, which belongs to the site's user. */
public final class OwnSiteWork implements SiteWork {

  /** The adapters that reach into a site. */
  public record Reach(
      SiteArchiver archiver,
      LiveSite.Reach live,
      SkeletonConverter converter,
      PostRestoreHooks hooks,
      SiteTrees trees,
      RunLock locks) {}

  private final Host host;
  private final Reach reach;
  private final ConflictDecision.Prompt prompt;

  public OwnSiteWork(Host host, Reach reach, ConflictDecision.Prompt prompt) {
    this.host = host;
    this.reach = reach;
    this.prompt = prompt;
  }

  /* RecoverSite has done it, with the rights of this very process. */
  @Override
  public void recover(SiteTree site, RunLog log) {}

  @Override
  public ArchiveSummary pack(PackOrder order, OutputStream sink, RunLog log, Progress progress) {
    SiteFiles.requireWhole(order.site());
    Optional<RunLock.Held> lock = lockArchiving(order.site());
    try {
      if (!order.running()) {
        return pack(order, Optional.empty(), sink, log, progress);
      }
      try (LiveSite live = reach.live().reach(order.site(), log)) {
        return pack(order, Optional.of(live), sink, log, progress);
      }
    } finally {
      lock.ifPresent(RunLock.Held::close);
    }
  }

  /* The lock of omd backup lies where only a site that was started once has a directory. */
  private Optional<RunLock.Held> lockArchiving(SiteTree site) {
    Path directory = site.tmp().resolve("run");
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(reach.locks().take(directory.resolve("backup.lock"), 0600))
        : Optional.empty();
  }

  private ArchiveSummary pack(
      PackOrder order, Optional<LiveSite> live, OutputStream sink, RunLog log, Progress progress) {
    return reach
        .archiver()
        .pack(
            new SiteArchiver.Packing(
                order.site(),
                Exclusions.without(order.without()),
                order.compression(),
                live,
                order.members(),
                log,
                progress),
            sink);
  }

  @Override
  public ArchiveSummary check(SiteTree site, InputStream archive, RunLog log, Progress progress) {
    try (SiteArchiver.Opened opened = reach.archiver().open(archive)) {
      return opened.check(progress);
    }
  }

  @Override
  public ArchiveSummary unpack(
      UnpackOrder order, InputStream archive, RunLog log, Progress progress) {
    try (SiteArchiver.Opened opened = reach.archiver().open(archive)) {
      ArchiveSummary summary = opened.unpack(order.directory(), log, progress);
      order
          .apachePort()
          .ifPresent(kept -> SiteConfiguration.at(order.directory()).keepApachePort(kept));
      return summary;
    }
  }

  @Override
  public void convert(ConvertOrder order, RunLog log) {
    ArchiveHead restored = order.restored();
    log.info("Converting the files of " + restored.site() + " to " + order.to());
    reach
        .converter()
        .convert(
            new SkeletonConverter.Conversion(
                order.directory(),
                host.version(restored.version()).resolve("skel"),
                restored.version(),
                restored.site(),
                order.to(),
                log),
            ConflictDecision.of(order.conflicts(), prompt, log));
  }

  @Override
  public void runHooks(SiteTree site, ArchiveHead restored, RunLog log) {
    Path directory = host.version(restored.version()).resolve("lib/omd/scripts/post-restore");
    reach.hooks().run(site, directory, Map.of("OLD_OMD_SITE", restored.site().value()), log);
  }

  @Override
  public void remove(Path tree, RunLog log) {
    reach.trees().remove(tree, log);
  }

  @Override
  public void carryOver(Path oldTree, Path newTree, String relative) {
    reach.trees().carryOver(oldTree, newTree, relative);
  }

  @Override
  public void carryBack(Path oldTree, Path newTree, String relative) {
    reach.trees().carryBack(oldTree, newTree, relative);
  }

  @Override
  public void clear(Path home, RunLog log) {
    reach.trees().clear(home, log);
  }

  @Override
  public void beginInPlace(Path home) {
    reach.trees().beginInPlace(home);
  }

  @Override
  public void endInPlace(Path home) {
    reach.trees().endInPlace(home);
  }
}
