package org.mkbackup.launcher.command;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A mode that does nothing by itself, but has verbs: {@code mkbackup job VERB}. */
abstract class Verbs implements CommandLines.Command {
  @Spec private CommandSpec spec;

  @Override
  public final Integer call() {
    String verbs = spec.subcommands().keySet().stream().sorted().collect(Collectors.joining(", "));
    throw new CommandLine.ParameterException(
        spec.commandLine(), "'" + spec.name() + "' needs a verb: " + verbs);
  }
}
