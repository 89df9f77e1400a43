package org.mkbackup.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words {@code -}, which names a standard stream, and the empty one on a command line. */
final class BareWords {
  private static final Set<String> BARE = Set.of("-", "");
  private static final String END_OF_OPTIONS = "--";

  private BareWords() {}

  /* While abbreviations are allowed, picocli takes these for options, and fails on them. */
  static String[] asPositional(String[] arguments) {
    List<String> words = List.of(arguments);
    int end = words.contains(END_OF_OPTIONS) ? words.indexOf(END_OF_OPTIONS) : words.size();
    List<String> before = words.subList(0, end);
    if (before.stream().noneMatch(BARE::contains)) {
      return arguments;
    }
    List<String> changed = new ArrayList<>();
    before.stream().filter(word -> !BARE.contains(word)).forEach(changed::add);
    changed.add(END_OF_OPTIONS);
    before.stream().filter(BARE::contains).forEach(changed::add);
    changed.addAll(words.subList(Math.min(end + 1, words.size()), words.size()));
    return changed.toArray(String[]::new);
  }
}
