package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.text.RawName;

/** Directories of an appliance as pax tar, plain or in one gzip member. */
final class TarSystemArchiver implements SystemArchiver {
  private final Engines engines;
  private final Duration patience;

  TarSystemArchiver(Engines engines) {
    this(engines, MountProbe.PATIENCE);
  }

  /**
   * An archiver.
   *
   * @param patience how long what is mounted in a tree may take for an answer
   */
  TarSystemArchiver(Engines engines, Duration patience) {
    this.engines = engines;
    this.patience = patience;
  }

  @Override
  public ArchiveSummary pack(
      SystemTree tree,
      Compression compression,
      OutputStream sink,
      MemberRecorder members,
      RunLog log,
      Progress progress) {
    SinkStream stream = new SinkStream(sink, progress);
    try (MemberDigests digests = new MemberDigests(members);
        ArchiveOutput output = engines.output(stream, compression, digests, log)) {
      Path top = tree.directory().toRealPath();
      TarWriter tar = new TarWriter(output);
      Optional<LinuxCalls> system = NativeCode.load(log);
      FileOpener opener = new FileOpener(system, Optional.empty(), log);
      AttributeReader extended = new AttributeReader(system, top, AttributeScope.SYSTEM, log);
      TreePacker packer =
          new TreePacker(tree.name(), opener, extended, tar, digests, log, progress);
      Predicate<String> leftOut = leftOut(tree).or(MountProbe.below(top, patience, log)::isSilent);
      packer.pack(visitor -> new TreeWalk(leftOut, log, visitor).walk(top));
      tar.finish();
      return new ArchiveSummary(tar.members(), packer.contentBytes());
    } catch (IOException e) {
      throw unusable(tree, "read", e);
    }
  }

  private static Predicate<String> leftOut(SystemTree tree) {
    return below ->
        tree.leftOut().matches(below)
            || below.equals(LiveTree.HIDDEN)
            || below.endsWith("/" + LiveTree.HIDDEN);
  }

  @Override
  public ArchiveSummary check(SystemTree tree, InputStream archive, Progress progress) {
    try (ArchiveSource source = ArchiveSource.owning(archive, engines)) {
      return read(tree, source, new NoTree(), progress);
    }
  }

  @Override
  public ArchiveSummary visit(
      SystemTree tree, InputStream archive, MemberVisitor visitor, Progress progress) {
    try (ArchiveSource source = ArchiveSource.owning(archive, engines)) {
      return read(tree, source, new VisitedTree(tree.name(), visitor), progress);
    }
  }

  @Override
  public ArchiveSummary restore(
      SystemTree tree, InputStream archive, RunLog log, Progress progress) {
    try (ArchiveSource source = ArchiveSource.owning(archive, engines);
        LiveTree live = new LiveTree(tree, calls(), log)) {
      return read(tree, source, live, progress);
    } catch (IOException e) {
      throw unusable(tree, "restored", e);
    }
  }

  private static ArchiveSummary read(
      SystemTree tree, ArchiveSource source, Tree made, Progress progress) {
    source.begin(progress);
    MemberName names = new MemberName(tree.name());
    return new Unpacking(source.tar(), names, new WholeTree(tree), made, progress).run();
  }

  private static LinuxCalls calls() {
    try {
      return LinuxCalls.get();
    } catch (LinkageError e) {
      throw new SiteException(
          "The system can't be restored: native code can't be loaded: " + e.getMessage(),
          "Java must be able to run code from its temporary directory, or from"
              + " jna.boot.library.path",
          e);
    }
  }

  private static SiteException unusable(SystemTree tree, String what, IOException e) {
    Interrupts.check(e);
    return new SiteException(
        "'"
            + RawName.forPeople(tree.directory())
            + "' can't be "
            + what
            + ": "
            + SystemReason.of(e),
        "See that the directory is there, and that its volume is mounted",
        e);
  }
}
