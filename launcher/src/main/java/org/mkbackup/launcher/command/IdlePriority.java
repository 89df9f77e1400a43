package org.mkbackup.launcher.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mkbackup.domain.host.SecretVariables;

/**
 * Has this process take only what others leave of processors and disks. Where that can't be, it
 * goes on as it is.
 *
 * <p>Linux keeps both priorities for each thread; threads and processes that are started later have
 * those of the one that starts them.
 */
final class IdlePriority {
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final List<String> PROCESSORS = List.of("/usr/bin/renice", "-n", "19", "-p");
  private static final List<String> DISKS = List.of("/usr/bin/ionice", "-c", "3", "-p");
  private static final long LONGEST_WAIT = 5;

  private IdlePriority() {}

  static void take() {
    try (Stream<Path> threads = Files.list(THREADS)) {
      List<String> ids = threads.map(thread -> thread.getFileName().toString()).toList();
      run(PROCESSORS, ids);
      run(DISKS, ids);
    } catch (IOException e) {
      // There is no such command, or no such directory.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(List<String> command, List<String> ids)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.addAll(ids);
    File nowhere = new File("/dev/null");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(nowhere)
            .redirectOutput(nowhere)
            .redirectError(nowhere);
    SecretVariables.removeFrom(builder.environment());
    builder.start().waitFor(LONGEST_WAIT, TimeUnit.SECONDS);
  }
}
