package org.mkbackup.launcher.command;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Options that every command knows, before or after its name. */
final class GlobalOptions {
  private final Flag verbose;

  GlobalOptions(Command root) {
    root.flag(inherited("-h", "--help").usageHelp(true).description("Show this."));
    verbose = root.flag(inherited("-v", "--verbose").description("Say more about what happens."));
    root.flag(inherited("--debug").description("Show where in the program an error arose."));
  }

  /** An option that the commands below know as well. */
  static OptionSpec.Builder inherited(String... names) {
    return OptionSpec.builder(names).scopeType(ScopeType.INHERIT);
  }

  boolean verbose() {
    return verbose.given();
  }
}
