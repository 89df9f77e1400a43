package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.time.Instant;
import org.mkbackup.domain.failure.SiteException;

/**
 * Where the members of an archive go. Paths are raw, below the top of the tree, and have been
 * checked: all components but the last are directories that were made here before.
 */
interface Tree {

  /** Makes a directory, or takes the new attributes of one that was made before. */
  void directory(String below, Attributes attributes) throws IOException;

  /** Makes a directory that the archive only has something in. */
  void missingDirectory(String below, Instant mtime) throws IOException;

  void file(String below, Member member, TarReader content) throws IOException;

  void symlink(String below, Member member) throws IOException;

  void fifo(String below, Attributes attributes) throws IOException;

  /**
   * Gives a file another name.
   *
   * @param target the file's first name
   */
  void hardLink(String below, Member member, String target) throws IOException;

  /**
   * To be called when all members have come, and the archive is good.
   *
   * @param members all that it had
   */
  void finish(Inventory members) throws IOException;

  /** What to say of a failure to make one of these. */
  SiteException failure(String below, IOException e);
}
