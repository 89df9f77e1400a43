package org.mkbackup.adapter.sitehome;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a swap of whole trees has to know after a kill: trees are told by the inode numbers of their
 * top directories, since the names are the same before and after an exchange.
 *
 * @param oldTree empty: there was no home
 */
record WholeJournal(boolean wasRunning, OptionalLong oldTree, long newTree) {
  private static final String FORMAT = "mkbackup-whole-1";
  private static final String NONE = "none";

  byte[] bytes() {
    return new JournalText()
        .line("format", FORMAT)
        .line("running", wasRunning)
        .line("old", oldTree.isPresent() ? oldTree.getAsLong() : NONE)
        .line("new", newTree)
        .bytes();
  }

  static WholeJournal of(List<List<String>> lines) {
    if (!value(lines, 0, "format").equals(FORMAT)) {
      throw new IllegalArgumentException("it is of another program or version");
    }
    String old = value(lines, 2, "old");
    return new WholeJournal(
        Boolean.parseBoolean(value(lines, 1, "running")),
        old.equals(NONE) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(old)),
        Long.parseLong(value(lines, 3, "new")));
  }

  private static String value(List<List<String>> lines, int index, String word) {
    List<String> line = lines.get(index);
    if (!line.get(0).equals(word)) {
      throw new IllegalArgumentException("line " + (index + 1) + " should tell '" + word + "'");
    }
    return line.get(1);
  }
}
