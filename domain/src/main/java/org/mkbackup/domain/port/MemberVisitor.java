package org.mkbackup.domain.port;

import java.io.IOException;
import java.io.OutputStream;
import org.mkbackup.domain.site.ArchiveMember;

/**
 * Is shown the members of an archive, in the order of the archive. Names have been checked: they
 * are plain paths below the directory that was archived, and none leads through a symlink of it. A
 * name may come again as the same kind of member: the later one counts.
 *
 * <p>Whether the archive is good is known only when the reading of it has returned.
 */
public interface MemberVisitor {

  /** The content of a file. */
  interface Content {

    /**
     * Writes all of it; may be called once, before {@link #visit} returns. What is not asked for is
     * passed over, and checked all the same.
     *
     * @throws IOException only if the sink fails with it; what is wrong with the archive is an
     *     {@link org.mkbackup.domain.failure.ArchiveException}
     */
    void writeTo(OutputStream sink) throws IOException;
  }

  /**
   * Looks at a member.
   *
   * @param content has nothing for all but files
   */
  void visit(ArchiveMember member, Content content);
}
