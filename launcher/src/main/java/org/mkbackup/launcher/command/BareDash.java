package org.mkbackup.launcher.command;

import java.util.ArrayList;
import java.util.List;

/** The word {@code -}, which names a standard stream, on a command line. */
final class BareDash {
  private static final String DASH = "-";
  private static final String END_OF_OPTIONS = "--";

  private BareDash() {}

  /* While abbreviations are allowed, picocli takes the dash for an option, and fails on it. */
  static String[] asPositional(String[] arguments) {
    List<String> words = List.of(arguments);
    int end = words.contains(END_OF_OPTIONS) ? words.indexOf(END_OF_OPTIONS) : words.size();
    List<String> before = words.subList(0, end);
    if (!before.contains(DASH)) {
      return arguments;
    }
    List<String> changed = new ArrayList<>();
    before.stream().filter(word -> !word.equals(DASH)).forEach(changed::add);
    changed.add(END_OF_OPTIONS);
    before.stream().filter(DASH::equals).forEach(changed::add);
    changed.addAll(words.subList(Math.min(end + 1, words.size()), words.size()));
    return changed.toArray(String[]::new);
  }
}
