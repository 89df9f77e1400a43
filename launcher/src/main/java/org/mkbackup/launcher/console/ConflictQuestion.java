package org.mkbackup.launcher.console;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.mkbackup.application.site.ConflictDecision;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.port.SkeletonConverter.Choice;

/** Asks on the terminal what to do about a file. */
public final class ConflictQuestion implements ConflictDecision.Prompt {
  private final Optional<Console> console;

  public ConflictQuestion(Optional<Console> console) {
    this.console = console;
  }

  @Override
  public Optional<Choice> ask(String file) {
    return console.map(terminal -> ask(terminal, OneLine.of(file)));
  }

  private static Choice ask(Console terminal, String file) {
    while (true) {
      Optional<String> answer = answer(terminal, file);
      if (answer.isEmpty()) {
        return Choice.ABORT;
      }
      switch (answer.get().strip().toLowerCase(Locale.ROOT)) {
        case "k", "keep", "keepold" -> {
          return Choice.KEEP_OLD;
        }
        case "i", "install" -> {
          return Choice.INSTALL;
        }
        case "a", "abort" -> {
          return Choice.ABORT;
        }
        default -> {}
      }
    }
  }

  private static Optional<String> answer(Console terminal, String file) {
    try {
      return Interruptible.call(
          () ->
              Optional.ofNullable(
                  terminal.readLine(
                      "%s was changed where the new site name changes it, too.%n"
                          + "  [k]eep the old file, [i]nstall the new default, or [a]bort? ",
                      file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
