package org.mkbackup.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command: it says in its fields which words it understands, and returns its exit code.
 *
 * <p>picocli is told by calls. To have it read annotations takes longer than most of what the
 * commands do.
 */
abstract class Command implements Callable<Integer> {
  private final CommandSpec spec;
  private final List<ArgSpec> alone = new ArrayList<>();
  private final List<ArgGroupSpec> choices = new ArrayList<>();
  private int positions;

  Command(String name, String... description) {
    spec = CommandSpec.wrapWithoutInspection(this, new Lists()).name(name);
    spec.usageMessage().description(description);
  }

  /** What picocli knows of it. */
  final CommandSpec spec() {
    return spec;
  }

  /**
   * The command line that all of its words are on. To be asked for once.
   *
   * @param words what follows the command's name, if that is known
   */
  CommandLine commandLine(List<String> words) {
    for (ArgSpec each : alone) {
      spec.add(each);
    }
    for (ArgGroupSpec choice : choices) {
      spec.addArgGroup(choice);
    }
    return new CommandLine(spec, new Lists());
  }

  /** An option that takes no value. */
  final Flag flag(String name, String description) {
    return flag(OptionSpec.builder(name).description(description));
  }

  /** An option that takes no value, and may be told by a letter as well. */
  final Flag flag(String letter, String name, String description) {
    return flag(OptionSpec.builder(letter, name).description(description));
  }

  /** An option that takes no value, as picocli describes it. */
  final Flag flag(OptionSpec.Builder described) {
    return new Flag(added(described.type(boolean.class).build()));
  }

  /** An option with a value. */
  final Word<String> option(String name, String label, String description) {
    return option(
        OptionSpec.builder(name).paramLabel(label).description(description), String.class);
  }

  /** An option with a value that can't be left out. */
  final Word<String> required(String name, String label, String description) {
    OptionSpec.Builder described =
        OptionSpec.builder(name).paramLabel(label).description(description).required(true);
    return option(described, String.class);
  }

  /** An option with a value, as picocli describes it. */
  final <T> Word<T> option(OptionSpec.Builder described, Class<T> type) {
    return new Word<>(added(described.type(type).build()));
  }

  /** An option with a value that may be there several times. */
  final Word<List<String>> repeated(String name, String label, String description) {
    OptionSpec.Builder described =
        OptionSpec.builder(name).paramLabel(label).description(description);
    return new Word<>(added(described.type(List.class).auxiliaryTypes(String.class).build()));
  }

  /** The next word that is no option. */
  final Word<String> parameter(String label, String description) {
    return new Word<>(added(positional(label, description).required(true).build()));
  }

  /** The next word that is no option, if there is one. */
  final Word<String> optionalParameter(String label, String description) {
    return new Word<>(added(positional(label, description).arity("0..1").build()));
  }

  private PositionalParamSpec.Builder positional(String label, String description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(positions++))
        .paramLabel(label)
        .description(description)
        .type(String.class);
  }

  /** All further words that are no options, as picocli describes them; at least one. */
  final Word<List<String>> parameters(PositionalParamSpec.Builder described) {
    return new Word<>(
        added(
            described
                .required(true)
                .index(positions + "..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build()));
  }

  /** Options of which one at most may be there. */
  final void oneOf(ArgSpec... options) {
    ArgGroupSpec.Builder choice = ArgGroupSpec.builder();
    for (ArgSpec option : options) {
      alone.remove(option);
      choice.addArg(option);
    }
    choices.add(choice.build());
  }

  private <A extends ArgSpec> A added(A described) {
    alone.add(described);
    return described;
  }

  /* picocli's own looks through all jars for a class of another language. */
  private static final class Lists implements IFactory {
    @Override
    public <K> K create(Class<K> type) {
      return type.cast(new ArrayList<>());
    }
  }
}
