package org.mkbackup.adapter.sitearchive;

import java.io.IOException;

/**
 * Where the members of an archive go. Paths are raw, below the site, and have been checked: all
 * components but the last are directories that were made here before. What is not a directory takes
 * the place of what stands there, unless that is one.
 */
interface Tree {

  /** Makes a directory, or takes the new attributes of one that was made before. */
  void directory(String below, Attributes attributes) throws IOException;

  void file(String below, Member member, TarReader content) throws IOException;

  void symlink(String below, Member member) throws IOException;

  void fifo(String below, Attributes attributes) throws IOException;

  /**
   * Gives a file another name.
   *
   * @param target the file's first name, below the site
   */
  void hardLink(String below, String target) throws IOException;

  /** To be called when all members have come. */
  void finish() throws IOException;
}
