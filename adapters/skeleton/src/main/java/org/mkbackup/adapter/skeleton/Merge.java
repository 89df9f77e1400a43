package org.mkbackup.adapter.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A three-way merge by lines: the changes from a base to one text and to another, both applied.
 *
 * <p>Changes of different lines are both taken, also where they touch. The same change made by both
 * is taken once. Changes of the same lines, or different insertions at the same place, can't be
 * merged.
 */
final class Merge {
  private Merge() {}

  /**
   * The merged text; empty if the changes meet, or if the texts have too little in common to tell.
   * Each char is a byte.
   */
  static Optional<String> of(String base, String one, String other) {
    if (base.equals(one) || one.equals(other)) {
      return Optional.of(other);
    }
    if (base.equals(other)) {
      return Optional.of(one);
    }
    List<String> lines = lines(base);
    return Change.between(lines, lines(one))
        .flatMap(
            mine ->
                Change.between(lines, lines(other)).flatMap(theirs -> merge(lines, mine, theirs)));
  }

  private static Optional<String> merge(List<String> base, List<Change> mine, List<Change> theirs) {
    List<Change> onlyTheirs = new ArrayList<>(theirs);
    onlyTheirs.removeAll(mine);
    for (Change change : mine) {
      if (onlyTheirs.stream().anyMatch(change::meets)) {
        return Optional.empty();
      }
    }
    return Optional.of(apply(base, mine, onlyTheirs));
  }

  private static String apply(List<String> base, List<Change> mine, List<Change> theirs) {
    List<Change> all = new ArrayList<>(mine);
    all.addAll(theirs);
    // An insertion stands before the lines that a change at the same place replaces.
    all.sort(
        (a, b) ->
            a.start() != b.start()
                ? Integer.compare(a.start(), b.start())
                : Integer.compare(a.end(), b.end()));
    StringBuilder merged = new StringBuilder();
    int next = 0;
    for (Change change : all) {
      base.subList(next, change.start()).forEach(merged::append);
      change.lines().forEach(merged::append);
      next = change.end();
    }
    base.subList(next, base.size()).forEach(merged::append);
    return merged.toString();
  }

  /* Each with its line end; the last one may have none. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
