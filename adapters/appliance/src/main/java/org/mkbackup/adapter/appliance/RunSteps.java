package org.mkbackup.adapter.appliance;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.run.RunLog;

/**
 * Runs the commands, without a shell, with next to no environment and nothing to read. Programs
 * that are named without a path are looked for in the system's directories only.
 */
final class RunSteps implements Steps {
  private static final List<String> DIRECTORIES = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", String.join(":", DIRECTORIES), "HOME", "/root", "LC_ALL", "C");

  private static final Duration END = Duration.ofSeconds(5);

  private final ApplianceCommands commands;
  private final Duration limit;

  /**
   * Runs the given commands.
   *
   * @param limit how long each may take
   */
  RunSteps(ApplianceCommands commands, Duration limit) {
    this.commands = commands;
    this.limit = limit;
  }

  private record Outcome(int exitCode, String output) {
    String lastLine() {
      return output.lines().filter(line -> !line.isBlank()).reduce("", (one, next) -> next).strip();
    }
  }

  @Override
  public Optional<String> ask(ApplianceCommands.Step step) {
    List<String> line = commands.line(step);
    return find(line.get(0))
        .map(program -> run(program, line))
        .filter(outcome -> outcome.exitCode() == 0)
        .map(Outcome::output);
  }

  @Override
  public void take(ApplianceCommands.Step step, RunLog log) {
    List<String> line = commands.line(step);
    Path program =
        find(line.get(0))
            .orElseThrow(
                () ->
                    new ApplianceException(
                        "There is no program '" + line.get(0) + "'",
                        "Say with the setting appliance." + step.key() + " what does it here"));
    take(step, program, line, log);
  }

  @Override
  public void take(ApplianceCommands.Step step, String version, RunLog log) {
    List<String> line = commands.line(step, version);
    find(line.get(0)).ifPresent(program -> take(step, program, line, log));
  }

  private void take(ApplianceCommands.Step step, Path program, List<String> line, RunLog log) {
    log.info("Running " + String.join(" ", line));
    Outcome outcome = run(program, line);
    outcome.output().lines().forEach(log::verbose);
    if (outcome.exitCode() != 0) {
      throw new ApplianceException(
          "'"
              + String.join(" ", line)
              + "' failed with exit code "
              + outcome.exitCode()
              + (outcome.lastLine().isEmpty() ? "" : ": " + outcome.lastLine()),
          "Repair what it names, or say with the setting appliance."
              + step.key()
              + " what does it here");
    }
  }

  private static Optional<Path> find(String program) {
    Stream<Path> places =
        program.startsWith("/")
            ? Stream.of(Path.of(program))
            : DIRECTORIES.stream().map(directory -> Path.of(directory, program));
    return places.filter(Files::isExecutable).findFirst();
  }

  private Outcome run(Path program, List<String> line) {
    List<String> found = new ArrayList<>(line);
    found.set(0, program.toString());
    ProcessBuilder builder =
        new ProcessBuilder(found)
            .directory(new File("/"))
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    try {
      return outcome(builder.start(), line);
    } catch (IOException e) {
      throw new ApplianceException(
          "'" + line.get(0) + "' can't be run: " + e.getMessage(), "Check " + program, e);
    }
  }

  private Outcome outcome(Process process, List<String> line) {
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(
            () -> readAll(process.getInputStream()), task -> daemon(task).start());
    try {
      process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      end(process);
      throw new ApplianceException(
          "'" + String.join(" ", line) + "' did not end within " + limit.toSeconds() + " s",
          "Find out what it waits for, and try again",
          e);
    }
    // What it has started may keep the pipe open for ever.
    return new Outcome(
        process.exitValue(), output.completeOnTimeout("", 1, TimeUnit.SECONDS).join());
  }

  /* With all that it has started, or the next step would meet it. What waits for a disk stays. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, END.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "output");
    thread.setDaemon(true);
    return thread;
  }

  private static String readAll(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
