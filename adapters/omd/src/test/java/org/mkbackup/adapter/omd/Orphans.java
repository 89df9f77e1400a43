package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Processes of other users, which don't descend from this one. */
final class Orphans implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private final List<ProcessHandle> started = new ArrayList<>();

  static void requireRoot() throws IOException {
    Assumptions.assumeTrue(
        (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0,
        "Left out, only root can start processes of other users: their end");
  }

  /**
   * Starts a process; it runs when this returns.
   *
   * @param command one that begins with sh must print an empty line when it is ready
   */
  ProcessHandle of(long uid, String... command) throws IOException {
    List<String> line = new ArrayList<>();
    // The JDK closes the pipe when the shell ends: it stays until its input is closed.
    line.addAll(List.of("sh", "-c", "\"$@\"; read closed", "sh"));
    line.addAll(List.of("setsid", "--fork", "setpriv", "--reuid=" + uid, "--clear-groups"));
    line.addAll(List.of("sh", "-c", "echo $$; exec \"$0\" \"$@\""));
    line.addAll(Arrays.asList(command));
    Process starter = new ProcessBuilder(line).start();
    try (var output = starter.inputReader();
        var input = starter.outputWriter()) {
      input.flush();
      long pid = Long.parseLong(String.valueOf(output.readLine()));
      if (command[0].equals("sh")) {
        assertEquals("", output.readLine());
      }
      ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
      add(process);
      return process;
    }
  }

  /** Has a process be ended with the orphans. */
  void add(ProcessHandle process) {
    started.add(process);
  }

  static boolean isAlive(ProcessHandle process) {
    return ProcessStatus.of(process.pid()).filter(ProcessStatus::isAlive).isPresent();
  }

  static long processesOf(long uid) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> ProcessStatus.of(process.pid()).stream())
        .filter(status -> status.isAlive() && status.belongsTo(uid))
        .count();
  }

  @Override
  public void close() {
    started.forEach(ProcessHandle::destroyForcibly);
    assertTrue(Uninterrupted.poll(LIMIT, () -> started.stream().noneMatch(Orphans::isAlive)));
  }
}
