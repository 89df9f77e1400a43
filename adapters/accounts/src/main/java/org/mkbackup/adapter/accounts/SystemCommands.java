package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.failure.SiteException;

/**
 * Runs commands that are found in the system's directories only, whatever {@code PATH} says, with
 * next to no environment and in English.
 *
 * <p>An interrupt doesn't end the wait for a command: half an account would be worse.
 */
final class SystemCommands implements Commands {
  private static final List<String> DIRECTORIES = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");
  private final Duration limit;

  SystemCommands(Duration limit) {
    this.limit = limit;
  }

  @Override
  public Outcome run(List<String> line) {
    Process process = start(line);
    Drain output = Drain.of(process.getInputStream());
    Drain errors = Drain.of(process.getErrorStream());
    try {
      process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      throw new SiteException(
          "'" + String.join(" ", line) + "' did not end within " + limit.toSeconds() + " s",
          "Find out what it waits for, and try again",
          e);
    }
    return new Outcome(process.exitValue(), output.text(), errors.lastLine());
  }

  private static Process start(List<String> line) {
    List<String> found = new ArrayList<>(line);
    found.set(0, find(line.get(0)).toString());
    ProcessBuilder builder =
        new ProcessBuilder(found)
            .directory(Path.of("/").toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", String.join(":", DIRECTORIES));
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new SiteException(
          "'" + line.get(0) + "' can't be run: " + e.getMessage(), "Check " + found.get(0), e);
    }
  }

  private static Path find(String command) {
    return DIRECTORIES.stream()
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new SiteException(
                    "There is no command '" + command + "' in " + String.join(", ", DIRECTORIES),
                    "Install the package that has it"));
  }
}
