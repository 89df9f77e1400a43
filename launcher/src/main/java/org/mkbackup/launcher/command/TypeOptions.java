package org.mkbackup.launcher.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.TargetOption;
import org.mkbackup.launcher.console.SecretFile;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of all types of targets on one command line: which type is meant may stand behind
 * them. An option that several types have is there once; if one of them takes a value, it does.
 */
final class TypeOptions {
  private final Map<String, List<Offered>> offered = new LinkedHashMap<>();
  private final Map<String, Word<?>> options = new LinkedHashMap<>();

  private record Offered(String type, TargetOption option) {}

  TypeOptions(Command command, List<TargetType> types) {
    for (TargetType type : types) {
      for (TargetOption option : type.options()) {
        offered
            .computeIfAbsent(option.name(), name -> new ArrayList<>())
            .add(new Offered(type.id(), option));
      }
    }
    offered.forEach((name, each) -> options.put(name, option(command, name, each)));
  }

  private static Word<?> option(Command command, String name, List<Offered> offered) {
    OptionSpec.Builder builder =
        OptionSpec.builder("--" + name)
            .description(
                offered.stream()
                    .map(o -> o.type() + ": " + o.option().help())
                    .toArray(String[]::new));
    Optional<TargetOption> valued =
        offered.stream().map(Offered::option).filter(o -> !isFlag(o)).findFirst();
    return valued.isPresent()
        ? command.option(builder.arity("1").paramLabel(label(valued.get())), String.class)
        : command.option(builder.arity("0").negatable(true).fallbackValue("true"), Boolean.class);
  }

  private static boolean isFlag(TargetOption option) {
    return option.kind() == TargetOption.Kind.FLAG;
  }

  private static String label(TargetOption option) {
    return switch (option.kind()) {
      case NUMBER -> "N";
      case SECRET -> "FILE";
      case TEXT, FLAG -> option.name().toUpperCase(Locale.ROOT);
    };
  }

  /** An option as it is written. */
  static String synopsis(TargetOption option) {
    return isFlag(option) ? "--[no-]" + option.name() : "--" + option.name() + "=" + label(option);
  }

  /** What was told, by the options' names; secrets are read from their files. */
  Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    options.forEach(
        (name, option) ->
            option.told().ifPresent(value -> told.put(name, text(name, value.toString()))));
    return told;
  }

  private String text(String name, String value) {
    return isSecret(offered.getOrDefault(name, List.of())) ? SecretFile.read(name, value) : value;
  }

  private static boolean isSecret(List<Offered> offered) {
    return offered.stream().anyMatch(o -> o.option().kind() == TargetOption.Kind.SECRET);
  }
}
