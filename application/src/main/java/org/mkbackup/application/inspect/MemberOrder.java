package org.mkbackup.application.inspect;

import java.util.Comparator;

/**
 * The order of an archive's members: a directory before what is in it, and its entries sorted by
 * the bytes of their names. A slash counts less than any other byte.
 */
final class MemberOrder implements Comparator<String> {

  @Override
  public int compare(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return Integer.compare(rank(one.charAt(i)), rank(other.charAt(i)));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static int rank(char c) {
    return c == '/' ? -1 : c;
  }
}
