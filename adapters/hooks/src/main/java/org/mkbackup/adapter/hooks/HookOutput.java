package org.mkbackup.adapter.hooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.run.RunLog;

/**
 * Logs what a hook says, in a thread of its own: whoever waits for the hook can be interrupted, and
 * waits for no process that the hook left behind with its output in hand.
 */
final class HookOutput implements Runnable {
  private static final int PATIENCE_SECONDS = 1;

  private final Process hook;
  private final RunLog log;
  private final CompletableFuture<Boolean> atEnd = new CompletableFuture<>();
  private volatile String lastLine = "";

  private HookOutput(Process hook, RunLog log) {
    this.hook = hook;
    this.log = log;
  }

  static HookOutput of(Process hook, RunLog log) {
    HookOutput output = new HookOutput(hook, log);
    Thread thread = new Thread(output, "hook");
    thread.setDaemon(true);
    thread.start();
    return output;
  }

  @Override
  public void run() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(hook.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.info(line);
        lastLine = line.isBlank() ? lastLine : line;
      }
    } catch (IOException e) {
      log.verbose("The output of a hook can't be read on: " + e.getMessage());
    } finally {
      atEnd.complete(true);
    }
  }

  /** The last line that isn't blank, once the hook has ended. */
  String lastLine() {
    atEnd.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return lastLine;
  }
}
