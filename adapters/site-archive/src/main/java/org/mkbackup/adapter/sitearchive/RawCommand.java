package org.mkbackup.adapter.sitearchive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.host.SystemCommand;
import org.mkbackup.domain.text.RawName;

/**
 * Runs a command whose last arguments are raw names. They are passed by way of {@code xargs}: Java
 * encodes a process's arguments as the locale says, but not what it reads.
 */
final class RawCommand {
  private RawCommand() {}

  /**
   * Returns when the command has succeeded.
   *
   * @throws IOException with what the command said, if it failed
   */
  static void run(List<String> command, List<String> rawArguments) throws IOException {
    Process process = builder(command).redirectErrorStream(true).start();
    try {
      pass(rawArguments, process);
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      process.getInputStream().transferTo(said);
      if (process.waitFor() != 0) {
        throw new IOException(said.toString(StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    } finally {
      process.destroy();
    }
  }

  /** Whether the command ends in time, well or not. One that doesn't is given up. */
  static boolean ends(List<String> command, List<String> rawArguments, Duration limit)
      throws IOException {
    Process process =
        builder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      pass(rawArguments, process);
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder builder(List<String> command) {
    List<String> line = new ArrayList<>(List.of(SystemCommand.find("xargs", "findutils"), "-0"));
    line.add(SystemCommand.find(command.get(0), "coreutils"));
    line.addAll(command.subList(1, command.size()));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    builder.environment().putAll(SystemCommand.environment());
    return builder;
  }

  private static void pass(List<String> rawArguments, Process process) throws IOException {
    try (OutputStream arguments = process.getOutputStream()) {
      arguments.write(RawName.bytes(String.join("\0", rawArguments) + "\0"));
    }
  }
}
