package org.mkbackup.adapter.sitearchive;

import java.nio.file.Path;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;

/** An archive whose first member has been read. */
final class OpenedArchive implements SiteArchiver.Opened {
  private final ArchiveSource source;
  private final Member first;
  private final ArchiveHead head;
  private boolean used;

  OpenedArchive(ArchiveSource source) {
    this.source = source;
    first = FirstMember.read(source.tar());
    head = FirstMember.head(first);
  }

  @Override
  public ArchiveHead head() {
    return head;
  }

  @Override
  public ArchiveSummary check(Progress progress) {
    return run(new NoTree(), progress);
  }

  @Override
  public ArchiveSummary visit(MemberVisitor visitor, Progress progress) {
    return run(new VisitedTree(head.site().value(), visitor), progress);
  }

  @Override
  public ArchiveSummary unpack(Path directory, RunLog log, Progress progress) {
    AttributeWriter extended = new AttributeWriter(AttributeScope.SITE, log);
    try (StagedTree tree = new StagedTree(directory, extended)) {
      return run(tree, progress);
    }
  }

  @Override
  public void close() {
    source.close();
  }

  private ArchiveSummary run(Tree tree, Progress progress) {
    if (used) {
      throw new IllegalStateException("the archive was read already");
    }
    used = true;
    source.begin(progress);
    MemberName names = new MemberName(head.site().value());
    return new Unpacking(source.tar(), names, new VersionLink(first), tree, progress)
        .after(first)
        .run();
  }
}
