package org.mkbackup.adapter.sitehome;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/**
 * One directory of a site whose entries change places, one by one, while the directory itself
 * stays: the home, whatever is mounted in it, and the directories that lead there. All names are
 * raw.
 *
 * @param directory below the home; empty: the home itself
 * @param staged where its new entries are, below the home, on the same file system
 * @param aside where its old entries go, likewise
 * @param left entries that neither come nor go
 * @param old entries that go
 * @param arriving entries that come
 * @param locked which of those that go are directories that their owner may not write
 */
record SwapArea(
    String directory,
    String staged,
    String aside,
    DirectoryState before,
    DirectoryState after,
    Set<String> left,
    NavigableSet<String> old,
    NavigableSet<String> arriving,
    List<Locked> locked) {

  /** The three directories between which entries move. */
  List<String> places() {
    return List.of(directory, staged, aside);
  }

  /** A directory that has to be opened to be moved, since its {@code ..} is written then. */
  record Locked(String name, int mode) {}
}
