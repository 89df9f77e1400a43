package org.mkbackup.adapter.omd;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One run of a command, in {@code /}, with nothing to read. Its output is taken while it runs, so
 * that it never waits for a reader.
 */
final class CommandRun {
  private static final File NOTHING = new File("/dev/null");
  private static final File ROOT = new File("/");
  private static final Duration REST_OF_OUTPUT = Duration.ofSeconds(1);

  private final List<String> line;
  private final Consumer<Map<String, String>> environment;

  /**
   * Prepares a run.
   *
   * @param line the program's path and its arguments
   * @param environment changes the environment that this process would pass on
   */
  CommandRun(List<String> line, Consumer<Map<String, String>> environment) {
    this.line = line;
    this.environment = environment;
  }

  /** How it ended. */
  record Outcome(int exitCode, OutputTail output) {}

  /**
   * Runs it to its end.
   *
   * @throws IOException if it can't be run
   * @throws TimeoutException if it didn't end in time; it was killed, with what it had started
   */
  Outcome run(Duration limit) throws IOException, TimeoutException {
    Process process = start();
    OutputTail output = new OutputTail();
    Thread reader = new Thread(() -> read(process.getInputStream(), output), "output of " + line);
    reader.setDaemon(true);
    reader.start();
    if (!Uninterrupted.await(limit, nanos -> process.waitFor(nanos, TimeUnit.NANOSECONDS))) {
      kill(process);
      throw new TimeoutException(
          String.join(" ", line) + " did not end in " + limit.toSeconds() + " seconds");
    }
    awaitEnd(reader);
    return new Outcome(process.exitValue(), output);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(ROOT).redirectInput(NOTHING).redirectErrorStream(true);
    environment.accept(builder.environment());
    return builder.start();
  }

  private static void read(InputStream stream, OutputTail output) {
    try {
      output.readAll(stream);
    } catch (IOException closed) {
      // The JDK closes its end when the process has ended; all that was written has been read.
      output.end();
    }
  }

  /* Daemons that were started may keep the pipe open for ever. */
  private static void awaitEnd(Thread reader) {
    Uninterrupted.await(
        REST_OF_OUTPUT,
        nanos -> {
          reader.join(Math.max(TimeUnit.NANOSECONDS.toMillis(nanos), 1));
          return !reader.isAlive();
        });
  }

  private static void kill(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
