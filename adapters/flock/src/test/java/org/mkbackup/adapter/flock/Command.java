package org.mkbackup.adapter.flock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** A process that holds something until it is told to end. */
record Command(Process process) implements AutoCloseable {
  private static final String READY = "ready";

  static int exitCode(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Starts a command, and returns once it has printed that it is ready. */
  static Command started(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader();
    assertEquals(READY, output.readLine(), () -> command + " did not start");
    return new Command(process);
  }

  /** Holds the lock on a file, by flock(1) alone. */
  static Command flock(String file) throws IOException {
    return started(List.of("flock", "--no-fork", file, "sh", "-c", "echo " + READY + "; exec cat"));
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
