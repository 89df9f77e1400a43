package org.mkbackup.launcher.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a worker that was stopped, as by SIGSTOP or by a debugger: a site's user may do that to it,
 * and it would keep root waiting for ever.
 */
final class StoppedProcess implements Runnable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Process process;
  private final Duration patience;
  private volatile boolean ended;

  private StoppedProcess(Process process, Duration patience) {
    this.process = process;
    this.patience = patience;
  }

  /** Watches, in a thread of its own, until the process ends. */
  static StoppedProcess watch(Process process, Duration patience) {
    StoppedProcess watch = new StoppedProcess(process, patience);
    Thread thread = new Thread(watch, "watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  boolean hasEndedIt() {
    return ended;
  }

  @Override
  public void run() {
    Duration stopped = Duration.ZERO;
    try {
      while (!process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        stopped = isStopped() ? stopped.plus(BETWEEN_LOOKS) : Duration.ZERO;
        if (stopped.compareTo(patience) >= 0) {
          ended = true;
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopped() {
    try {
      Path status = Path.of("/proc", String.valueOf(process.pid()), "stat");
      String line = new String(Files.readAllBytes(status), StandardCharsets.ISO_8859_1);
      return isStopped(line);
    } catch (IOException ended) {
      return false;
    }
  }

  /** Tells from a line of {@code stat}: {@code 4711 (name with any characters) T ...}. */
  static boolean isStopped(String line) {
    int state = line.lastIndexOf(')') + 2;
    return line.startsWith("T", state) || line.startsWith("t", state);
  }
}
