package org.mkbackup.launcher.command;

import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.failure.UsageException;

/** The word {@code -} on a command line, which names a standard stream, and empty ones. */
final class BareWords {
  private static final String BARE = "-";
  private static final String END_OF_OPTIONS = "--";

  private BareWords() {}

  /*
   * While abbreviations are allowed, picocli takes these for options, and fails on them. An empty
   * one is refused: it is a variable of a script that isn't set, and what follows must not be taken
   * for it.
   */
  static String[] asPositional(String[] arguments) {
    List<String> words = List.of(arguments);
    int end = words.contains(END_OF_OPTIONS) ? words.indexOf(END_OF_OPTIONS) : words.size();
    List<String> before = words.subList(0, end);
    if (before.contains("")) {
      throw new UsageException(
          "Argument " + (before.indexOf("") + 1) + " is empty",
          "Is a variable of a script not set? An empty value is told as in --title=");
    }
    if (!before.contains(BARE)) {
      return arguments;
    }
    List<String> changed = new ArrayList<>();
    before.stream().filter(word -> !BARE.equals(word)).forEach(changed::add);
    changed.add(END_OF_OPTIONS);
    before.stream().filter(BARE::equals).forEach(changed::add);
    changed.addAll(words.subList(Math.min(end + 1, words.size()), words.size()));
    return changed.toArray(String[]::new);
  }
}
