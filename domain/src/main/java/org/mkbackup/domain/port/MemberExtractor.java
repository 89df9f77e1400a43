package org.mkbackup.domain.port;

import java.nio.file.Path;
import org.mkbackup.domain.site.ArchiveMember;

/**
 * Makes single members of archives below a directory, as the caller's files. Whatever the archive
 * says and whatever stands or appears in the directory, no symlink below it is followed, and
 * nothing outside of it is written.
 *
 * <p>All methods fail with a {@link org.mkbackup.domain.failure.TargetException} that names the
 * file and what the system said.
 */
public interface MemberExtractor {

  /**
   * Begins.
   *
   * @param directory is made if it isn't there, for its owner alone; the one that it is in must be
   * @param overwrite whether a file takes the place of what stands there, unless that is a
   *     directory; it is a failure otherwise
   */
  Extraction into(Path directory, boolean overwrite);

  /** Work on one directory. It is for one thread. */
  interface Extraction extends AutoCloseable {

    /**
     * Makes a member under its path. Directories on the way that are missing are made, for their
     * owner alone. A file appears under its name when it is whole, with its time and mode, but
     * without setuid, setgid and sticky bits. A member that comes again takes the earlier one's
     * place. A hard link's first name must have been put before.
     */
    void put(ArchiveMember member, MemberVisitor.Content content);

    /** Gives the directories that were put and made their modes and times. */
    void finish();

    @Override
    void close();
  }
}
