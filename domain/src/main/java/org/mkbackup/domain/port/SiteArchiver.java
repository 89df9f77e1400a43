package org.mkbackup.domain.port;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;

/**
 * Turns a site's tree into a stream and a stream into a tree, in the format that {@link
 * org.mkbackup.domain.site.SiteArchive} describes. Memory is bounded by the largest directory, not
 * by the site; what reads an archive may keep some bytes for the name of each member.
 *
 * <p>A {@link org.mkbackup.domain.failure.StoppedException} uses up the interrupt that it comes of,
 * so that what is done on the way out can still wait.
 */
public interface SiteArchiver {

  /** Makes the archiver. */
  interface Factory {

    /**
     * Makes it.
     *
     * @param engines to choose from beside the JDK's own, in order of preference
     * @param zstd for archives of that format; without it they are refused
     */
    SiteArchiver create(List<CompressionEngine> engines, Optional<ZstdCodec> zstd);
  }

  /**
   * What to archive and whom to tell.
   *
   * @param live how to read the files of a site that runs; empty: it is stopped
   * @param members is told what goes into the archive; the version link once
   */
  record Packing(
      SiteTree site,
      Exclusions exclusions,
      Compression compression,
      Optional<LiveSite> live,
      MemberRecorder members,
      RunLog log,
      Progress progress) {

    /** An archive whose members nobody lists. */
    public Packing(
        SiteTree site,
        Exclusions exclusions,
        Compression compression,
        Optional<LiveSite> live,
        RunLog log,
        Progress progress) {
      this(site, exclusions, compression, live, MemberRecorder.none(), log, progress);
    }
  }

  /**
   * Writes the archive of a site, and flushes but doesn't close the sink.
   *
   * <p>A file that vanishes is left out (said under verbose); one that can't be read for want of
   * rights is left out with a warning; one that shrinks or grows while it is read is stored with
   * the length that its header promised, padded with zeros or cut, with a warning. Sockets are left
   * out.
   *
   * <p>An interrupt of the thread ends it with a {@link
   * org.mkbackup.domain.failure.StoppedException}.
   *
   * @throws org.mkbackup.domain.failure.SiteException if the site's directory or its version link
   *     is missing, or the disk fails to give a file or a part of it
   * @throws org.mkbackup.domain.failure.TargetException if the sink fails with an {@link
   *     java.io.IOException}; what else it throws is passed on
   */
  ArchiveSummary pack(Packing packing, OutputStream sink);

  /**
   * Reads up to and including the first member; recognises gzip by its first bytes.
   *
   * @param archive closed with what is returned; it need not be buffered
   * @throws org.mkbackup.domain.failure.ArchiveException if it is no archive of a site, and here
   *     and later if the stream fails with an {@link java.io.IOException}; what else it throws is
   *     passed on
   */
  Opened open(InputStream archive);

  /** An archive whose first member has been read. One of the ways to go on may be called. */
  interface Opened extends AutoCloseable {

    ArchiveHead head();

    /**
     * Reads to the end and checks all that {@link #unpack} does, but writes nothing.
     *
     * @throws org.mkbackup.domain.failure.ArchiveException as {@link #unpack}
     */
    ArchiveSummary check(Progress progress);

    /**
     * Reads to the end and checks all that {@link #unpack} does, and shows each member that this
     * would make. The version link comes in its place, or else at the end.
     *
     * @throws org.mkbackup.domain.failure.ArchiveException as {@link #unpack}
     */
    ArchiveSummary visit(MemberVisitor visitor, Progress progress);

    /**
     * Unpacks into an existing directory, which becomes the site's home: the first component is
     * taken off all names and hard link targets. Modes (setuid, setgid and sticky bits as well),
     * times, links, ACLs and {@code user} attributes are made as they were, the last two with a
     * warning where the system refuses one; files belong to the caller. The first member, the
     * version link, comes again later and is made then, or else at the end. Nothing is written
     * outside the directory, whatever the archive says, and nothing is synced. What stands in the
     * directory already stays, unless it is no directory and a member takes its place.
     *
     * <p>Checked on the way: gzip's CRC and length, header checksums, that the stream ends as a tar
     * does, that all names are below the site's directory, that no member passes through a symlink
     * of the archive, that hard links lead to files of the archive. Junk behind the end of the tar
     * or of the gzip member is passed over, and read to the end.
     *
     * @throws org.mkbackup.domain.failure.ArchiveException if the archive is damaged or hostile
     * @throws org.mkbackup.domain.failure.SiteException if the directory can't be written, a full
     *     file system included
     * @throws org.mkbackup.domain.failure.StoppedException if the thread was interrupted
     */
    ArchiveSummary unpack(Path directory, RunLog log, Progress progress);

    @Override
    void close();
  }
}
