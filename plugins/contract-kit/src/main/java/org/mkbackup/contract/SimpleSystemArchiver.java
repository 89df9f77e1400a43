package org.mkbackup.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;

/**
 * Directories in the format of the {@link SimpleSiteArchiver}, with whole archives in memory. It
 * knows no owners and no extended attributes.
 */
public final class SimpleSystemArchiver implements SystemArchiver {

  @Override
  public ArchiveSummary pack(
      SystemTree tree,
      Compression compression,
      OutputStream sink,
      MemberRecorder members,
      RunLog log,
      Progress progress) {
    stopIfInterrupted();
    SimpleTreeListing listing = new SimpleTreeListing(tree, progress);
    try {
      listing.add(tree.directory(), "");
    } catch (IOException e) {
      throw new SiteException(tree.name() + " can't be read: " + e.getMessage(), "", e);
    }
    try {
      byte[] archive = listing.archive();
      sink.write(archive);
      sink.flush();
      progress.advanced(archive.length);
    } catch (IOException e) {
      throw new TargetException("The archive can't be written: " + e.getMessage(), "", e);
    }
    if (members.isWanted()) {
      listing.members().forEach(member -> members.add(member.listed()));
    }
    return summary(listing.members());
  }

  @Override
  public ArchiveSummary check(SystemTree tree, InputStream archive, Progress progress) {
    return summary(read(tree, archive, progress));
  }

  @Override
  public ArchiveSummary visit(
      SystemTree tree, InputStream archive, MemberVisitor visitor, Progress progress) {
    List<SimpleMember> members = read(tree, archive, progress);
    members.forEach(member -> member.show(visitor));
    return summary(members);
  }

  @Override
  public ArchiveSummary restore(
      SystemTree tree, InputStream archive, RunLog log, Progress progress) {
    List<SimpleMember> members = read(tree, archive, progress);
    Path directory = tree.directory();
    try {
      new SimpleTreeChange(tree, directory.toRealPath(), members).make();
    } catch (IOException e) {
      throw new SiteException(directory + " can't be restored: " + e.getMessage(), "", e);
    }
    return summary(members);
  }

  private static List<SimpleMember> read(SystemTree tree, InputStream archive, Progress progress) {
    try (archive) {
      stopIfInterrupted();
      byte[] bytes = archive.readAllBytes();
      progress.advanced(bytes.length);
      SimpleTreeCheck check = new SimpleTreeCheck(tree.name());
      for (SimpleMember member : SimpleArchiveWriter.read(bytes)) {
        progress.at(member.name());
        check.add(member);
      }
      return check.members();
    } catch (IOException e) {
      throw new ArchiveException("The archive can't be read: " + e.getMessage(), "", e);
    }
  }

  private static void stopIfInterrupted() {
    if (Thread.interrupted()) {
      throw new StoppedException("Stopped", "");
    }
  }

  private static ArchiveSummary summary(List<SimpleMember> members) {
    return new ArchiveSummary(
        members.size(), members.stream().mapToLong(member -> member.content().length()).sum());
  }
}
