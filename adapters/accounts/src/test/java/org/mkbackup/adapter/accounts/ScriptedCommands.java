package org.mkbackup.adapter.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers commands from a list and remembers those that change something. */
final class ScriptedCommands implements Commands {
  private static final Outcome GOOD = new Outcome(0, "", "");
  private static final Outcome NOT_FOUND = new Outcome(2, "", "");
  private final Map<String, Outcome> answers = new LinkedHashMap<>();
  final List<String> changes = new ArrayList<>();

  /** Answers all commands that begin like this; the first rule that fits counts. */
  ScriptedCommands answer(String beginning, int exitCode, String output, String complaint) {
    answers.put(beginning, new Outcome(exitCode, output, complaint));
    return this;
  }

  @Override
  public Outcome run(List<String> line) {
    String text = String.join("|", line);
    boolean isQuestion = line.get(0).equals("getent");
    if (!isQuestion) {
      changes.add(text);
    }
    return answers.entrySet().stream()
        .filter(rule -> text.startsWith(rule.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(isQuestion ? NOT_FOUND : GOOD);
  }
}
