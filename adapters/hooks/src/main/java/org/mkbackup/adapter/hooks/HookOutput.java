package org.mkbackup.adapter.hooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.run.RunLog;

/**
 * What a hook says. A thread of its own reads it, because a read of a pipe can't be interrupted,
 * and may never come to an end when the hook leaves a process in the background.
 */
final class HookOutput {
  private static final long PATIENCE_MILLISECONDS = 200;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread reader = new Thread(this::read, "hook output");

  private HookOutput(Process process) {
    this.process = process;
  }

  static HookOutput of(Process process) {
    HookOutput output = new HookOutput(process);
    output.reader.setDaemon(true);
    output.reader.start();
    return output;
  }

  private void read() {
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("What follows can't be heard: " + e.getMessage());
    }
  }

  /** Passes on the lines until the hook has ended, and returns the last that isn't blank. */
  String pass(RunLog log) throws InterruptedException {
    String last = "";
    while (true) {
      boolean allHeard = !reader.isAlive();
      boolean ended = allHeard || !process.isAlive();
      String line = lines.poll(allHeard ? 0 : PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
      if (line != null) {
        log.info(line);
        last = line.isBlank() ? last : line;
      } else if (ended) {
        return last;
      }
    }
  }
}
