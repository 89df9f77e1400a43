package org.mkbackup.launcher.command;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command knows, before or after its name. */
@SuppressWarnings("UnusedVariable") // picocli acts on --help by itself
final class GlobalOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this.")
  private boolean help;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more about what happens.")
  boolean verbose;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  boolean debug;
}
