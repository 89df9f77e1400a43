package org.mkbackup.application.hook;

import java.time.Duration;
import java.util.List;

/**
 * Programs, each with its arguments, that are told of a job's runs.
 *
 * @param before run one after the other before a backup, which isn't made if one fails
 * @param after run after it, however it ended
 * @param notifier run when a backup or a restore has failed; empty: nobody is told
 * @param timeout how long each may take
 */
public record Hooks(
    List<List<String>> before, List<List<String>> after, List<String> notifier, Duration timeout) {
  public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of(), Duration.ZERO);

  public Hooks {
    before = List.copyOf(before);
    after = List.copyOf(after);
    notifier = List.copyOf(notifier);
  }
}
