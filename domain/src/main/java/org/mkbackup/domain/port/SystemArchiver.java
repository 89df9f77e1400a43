package org.mkbackup.domain.port;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;

/**
 * Archives directories of an appliance with root's rights, and brings them back: POSIX pax tar,
 * members depth first and sorted by name, named by their full path without the leading slash,
 * owners by number and name, sub-second times. Extended attributes, which ACLs and the capabilities
 * of files are too, are pax records {@code SCHILY.xattr.NAME}.
 *
 * <p>Memory is bounded by the largest directory. An interrupt of the thread ends each method with a
 * {@link org.mkbackup.domain.failure.StoppedException}, which uses it up.
 */
public interface SystemArchiver {

  /** Makes the archiver. */
  interface Factory {

    /** Makes it as {@link SiteArchiver.Factory#create} does. */
    SystemArchiver create(List<CompressionEngine> engines, Optional<ZstdCodec> zstd);
  }

  /**
   * Writes the archive of a directory, and flushes but doesn't close the sink. What is mounted in
   * the directory is part of it. Files that vanish, shrink, grow or can't be read are treated as by
   * {@link SiteArchiver#pack}; sockets are left out.
   *
   * @param members is told what goes into the archive
   * @throws org.mkbackup.domain.failure.SiteException if the directory is missing
   * @throws org.mkbackup.domain.failure.TargetException if the sink fails with an {@link
   *     java.io.IOException}; what else it throws is passed on
   */
  ArchiveSummary pack(
      SystemTree tree,
      Compression compression,
      OutputStream sink,
      MemberRecorder members,
      RunLog log,
      Progress progress);

  /** Writes an archive whose members nobody lists. */
  default ArchiveSummary pack(
      SystemTree tree, Compression compression, OutputStream sink, RunLog log, Progress progress) {
    return pack(tree, compression, sink, MemberRecorder.none(), log, progress);
  }

  /**
   * Reads an archive to its end and checks all that {@link #restore} does, but writes nothing. The
   * stream is closed.
   *
   * @return how much there is, to see whether there is room for it
   * @throws org.mkbackup.domain.failure.ArchiveException if it is damaged or hostile, has nothing
   *     in it, or is not one of this tree
   */
  ArchiveSummary check(SystemTree tree, InputStream archive, Progress progress);

  /**
   * Reads and checks as {@link #check} does, and shows each member that {@link #restore} would
   * make. The stream is closed.
   *
   * @throws org.mkbackup.domain.failure.ArchiveException as {@link #check}
   */
  ArchiveSummary visit(
      SystemTree tree, InputStream archive, MemberVisitor visitor, Progress progress);

  /**
   * Makes a directory what its archive says, owners, modes, times and extended attributes included.
   * The stream is closed.
   *
   * <p>A file is written beside its place and takes it by rename, so that a program that runs from
   * it goes on, and a kill leaves each file the old or the new one; what is of another kind, a
   * directory where a file was or the other way round, is removed first. A FIFO is never opened. A
   * directory that something is mounted at stays, and nothing is removed from what is mounted. What
   * the archive doesn't have is removed last, when all of it has been read and found good, but for
   * what is left out or kept. Nothing outside of the directory is written, whatever the archive
   * says, and no symlink is followed. All is synced when this returns. Called again after a failure
   * it does what was not done yet.
   *
   * <p>What of the system refuses an extended attribute or an owner is a warning.
   *
   * @throws org.mkbackup.domain.failure.ArchiveException as {@link #check}
   * @throws org.mkbackup.domain.failure.SiteException if the directory can't be written, a full
   *     file system included, or something is mounted where the archive has no directory
   */
  ArchiveSummary restore(SystemTree tree, InputStream archive, RunLog log, Progress progress);
}
