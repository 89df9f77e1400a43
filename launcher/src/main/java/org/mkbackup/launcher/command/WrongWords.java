package org.mkbackup.launcher.command;

import org.mkbackup.domain.failure.OneLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line for the person who typed it. */
final class WrongWords {
  private static final String PREFIX = "Error: ";

  private WrongWords() {}

  static String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      CommandSpec spec = e.getCommandLine().getCommandSpec();
      String word = OneLine.of(unmatched.getUnmatched().get(0));
      return spec.subcommands().isEmpty()
          ? "'" + word + "' is one word too many"
          : "There is no '" + spec.qualifiedName() + " " + word + "'";
    }
    String said = OneLine.of(String.valueOf(e.getMessage()));
    return said.startsWith(PREFIX) ? said.substring(PREFIX.length()) : said;
  }
}
