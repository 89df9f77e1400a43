package org.mkbackup.launcher.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** A command that does nothing by itself, but has commands below it: {@code mkbackup job VERB}. */
abstract class Verbs extends Command {
  private final Map<String, Supplier<Command>> verbs = new LinkedHashMap<>();

  Verbs(String name, String... description) {
    super(name, description);
  }

  /** Adds a command below this one, which is made when it is needed. */
  final void verb(String name, Supplier<Command> made) {
    verbs.put(name, made);
  }

  /** With the command that the words begin with, or with all if they don't begin with one. */
  @Override
  final CommandLine commandLine(List<String> words) {
    CommandLine line = super.commandLine(words);
    if (!words.isEmpty() && verbs.containsKey(words.get(0))) {
      List<String> rest = words.subList(1, words.size());
      return line.addSubcommand(words.get(0), verbs.get(words.get(0)).get().commandLine(rest));
    }
    verbs.forEach((name, made) -> line.addSubcommand(name, made.get().commandLine(List.of())));
    return line;
  }

  @Override
  public Integer call() {
    String known =
        spec().subcommands().keySet().stream().sorted().collect(Collectors.joining(", "));
    throw new CommandLine.ParameterException(
        spec().commandLine(), "'" + spec().name() + "' needs a verb: " + known);
  }
}
