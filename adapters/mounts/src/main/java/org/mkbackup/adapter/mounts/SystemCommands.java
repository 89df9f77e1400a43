package org.mkbackup.adapter.mounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mkbackup.domain.failure.TargetException;

/**
 * Runs commands that are found in the system's directories only, whatever {@code PATH} says, with
 * next to no environment and in English.
 *
 * <p>What they say goes to a file: a process that stays, as that of sshfs does, or that can't be
 * killed while it waits for a server, would hold a pipe open. An interrupt doesn't end the wait.
 */
final class SystemCommands implements Commands {
  private static final List<String> DIRECTORIES = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");
  private static final int MOST = 1000;

  @Override
  public boolean has(String command) {
    return find(command).isPresent();
  }

  @Override
  public Outcome run(List<String> line, Duration limit) {
    try {
      Path said = Files.createTempFile("mkbackup-mount", "");
      try {
        boolean ended;
        Process process = start(line, said);
        try {
          process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
          ended = true;
        } catch (CompletionException e) {
          abandon(process);
          ended = false;
        }
        return new Outcome(ended, ended ? process.exitValue() : -1, read(said));
      } finally {
        Files.deleteIfExists(said);
      }
    } catch (IOException e) {
      throw new TargetException(
          "'" + line.get(0) + "' can't be run: " + e.getMessage(), "Check that it works", e);
    }
  }

  private static void abandon(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private static Process start(List<String> line, Path said) throws IOException {
    List<String> found = new ArrayList<>(line);
    String command = line.get(0);
    found.set(
        0,
        find(command)
            .orElseThrow(
                () ->
                    new TargetException(
                        "There is no command '" + command + "' in " + DIRECTORIES,
                        "Install the package that has it"))
            .toString());
    ProcessBuilder builder =
        new ProcessBuilder(found)
            .directory(Path.of("/").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", String.join(":", DIRECTORIES));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private static Optional<Path> find(String command) {
    return DIRECTORIES.stream()
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String read(Path said) throws IOException {
    String text =
        Files.readString(said, StandardCharsets.ISO_8859_1)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("; "));
    return text.substring(0, Math.min(text.length(), MOST));
  }
}
