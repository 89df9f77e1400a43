package org.mkbackup.launcher.worker;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.application.site.ConflictDecision;
import org.mkbackup.application.site.ConvertOrder;
import org.mkbackup.application.site.PackOrder;
import org.mkbackup.application.site.SiteWork;
import org.mkbackup.application.site.UnpackOrder;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.launcher.console.StopSignal;

/**
 * Work on a site's files done for root: each piece in a process of the site's user. Root only
 * passes the archive's bytes through.
 */
public final class SiteUserWork implements SiteWork {
  private final Host host;
  private final SiteAccounts accounts;
  private final WorkerCommand worker;
  private final ConflictDecision.Prompt prompt;
  private final StopSignal stop;

  public SiteUserWork(
      Host host,
      SiteAccounts accounts,
      WorkerCommand worker,
      ConflictDecision.Prompt prompt,
      StopSignal stop) {
    this.host = host;
    this.accounts = accounts;
    this.worker = worker;
    this.prompt = prompt;
    this.stop = stop;
  }

  @Override
  public void recover(SiteTree site, RunLog log) {
    runToTheEnd(site.name(), List.of(WorkerTask.RECOVER.word()), log);
  }

  @Override
  public ArchiveSummary pack(PackOrder order, OutputStream sink, RunLog log, Progress progress) {
    List<String> task = new ArrayList<>();
    task.add(WorkerTask.PACK.word());
    task.add(Boolean.toString(order.running()));
    task.add(Boolean.toString(order.members().isWanted()));
    task.add(order.compression().format().name());
    task.add(Integer.toString(order.compression().level()));
    task.add(Integer.toString(order.compression().threads()));
    order.without().stream().map(Exclusions.Part::name).forEach(task::add);
    try (SiteUserProcess process =
        start(order.site().name(), task, order.members(), log, progress, stop)) {
      new ArchivePipe(progress, stop).drain(process.output(), sink);
      return process.result();
    }
  }

  @Override
  public ArchiveSummary check(SiteTree site, InputStream archive, RunLog log, Progress progress) {
    return feed(site.name(), List.of(WorkerTask.CHECK.word()), archive, log, progress);
  }

  @Override
  public ArchiveSummary unpack(
      UnpackOrder order, InputStream archive, RunLog log, Progress progress) {
    List<String> task = new ArrayList<>();
    task.add(WorkerTask.UNPACK.word());
    task.add(order.directory().toString());
    order.apachePort().ifPresent(task::add);
    return feed(order.site().name(), task, archive, log, progress);
  }

  private ArchiveSummary feed(
      SiteName site, List<String> task, InputStream archive, RunLog log, Progress progress) {
    try (SiteUserProcess process = start(site, task, log, progress)) {
      new ArchivePipe(progress, stop).feed(archive, process.input());
      return process.result();
    }
  }

  @Override
  public void convert(ConvertOrder order, RunLog log) {
    List<String> task =
        List.of(
            WorkerTask.CONVERT.word(),
            order.directory().toString(),
            order.restored().site().value(),
            order.restored().version().value(),
            order.conflicts().name());
    run(order.to(), task, log);
  }

  @Override
  public void runHooks(SiteTree site, ArchiveHead restored, RunLog log) {
    List<String> task =
        List.of(WorkerTask.HOOKS.word(), restored.site().value(), restored.version().value());
    runToTheEnd(site.name(), task, log);
  }

  @Override
  public void remove(Path tree, RunLog log) {
    runToTheEnd(siteOf(tree), List.of(WorkerTask.REMOVE.word(), tree.toString()), log);
  }

  @Override
  public void carryOver(Path oldTree, Path newTree, String relative) {
    carry(WorkerTask.CARRY_OVER, oldTree, newTree, relative);
  }

  @Override
  public void carryBack(Path oldTree, Path newTree, String relative) {
    carry(WorkerTask.CARRY_BACK, oldTree, newTree, relative);
  }

  private void carry(WorkerTask way, Path oldTree, Path newTree, String relative) {
    List<String> task = List.of(way.word(), oldTree.toString(), newTree.toString(), relative);
    runToTheEnd(siteOf(newTree), task, RunLog.silent());
  }

  @Override
  public void clear(Path home, RunLog log) {
    run(siteOf(home), List.of(WorkerTask.CLEAR.word(), home.toString()), log);
  }

  @Override
  public void beginInPlace(Path home) {
    List<String> task = List.of(WorkerTask.BEGIN_IN_PLACE.word(), home.toString());
    runToTheEnd(siteOf(home), task, RunLog.silent());
  }

  @Override
  public void endInPlace(Path home) {
    List<String> task = List.of(WorkerTask.END_IN_PLACE.word(), home.toString());
    runToTheEnd(siteOf(home), task, RunLog.silent());
  }

  /* Trees are homes, or stand beside one under a name that holds the site's: .SITE.mkbackup-new */
  private SiteName siteOf(Path tree) {
    Path below = host.path("/omd/sites").relativize(tree);
    String name = below.getName(0).toString();
    String[] parts = name.split("\\.", -1);
    return new SiteName(parts.length > 1 ? parts[1] : name);
  }

  private void run(SiteName site, List<String> task, RunLog log) {
    try (SiteUserProcess process = start(site, task, log, Progress.silent())) {
      process.result();
    }
  }

  /* What puts a site in order, or belongs to a swap that has begun, isn't ended by a signal. */
  private void runToTheEnd(SiteName site, List<String> task, RunLog log) {
    try (SiteUserProcess process =
        start(site, task, MemberRecorder.none(), log, Progress.silent(), new StopSignal())) {
      process.resultWhateverComes();
    }
  }

  private SiteUserProcess start(SiteName site, List<String> task, RunLog log, Progress progress) {
    return start(site, task, MemberRecorder.none(), log, progress, stop);
  }

  private SiteUserProcess start(
      SiteName site,
      List<String> task,
      MemberRecorder members,
      RunLog log,
      Progress progress,
      StopSignal signal) {
    SiteAccounts.Account account = SiteUserProcess.accountOf(accounts, site);
    return SiteUserProcess.start(
        site,
        worker.as(account, task),
        SiteUserEnvironment.of(host.site(site)),
        prompt,
        members,
        log,
        progress,
        signal);
  }
}
