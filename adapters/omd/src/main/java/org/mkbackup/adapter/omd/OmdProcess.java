package org.mkbackup.adapter.omd;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;

/**
 * An {@code omd} that reads or writes an archive. What it says goes to the log as it comes. Closing
 * this ends it.
 */
final class OmdProcess implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 12;

  private final SiteName site;
  private final Process process;
  private final CompletableFuture<String> lastWords;

  private OmdProcess(SiteName site, Process process, InputStream says, RunLog log) {
    this.site = site;
    this.process = process;
    this.lastWords =
        CompletableFuture.supplyAsync(() -> listen(says, log), task -> daemon(task, "omd says"));
  }

  /** One that writes an archive to its standard output. */
  static OmdProcess writing(
      SiteName site, List<String> line, Consumer<Map<String, String>> environment, RunLog log)
      throws IOException {
    Process process = builder(line, environment).redirectInput(new File("/dev/null")).start();
    return new OmdProcess(site, process, process.getErrorStream(), log);
  }

  /** One that reads an archive from its standard input; both its outputs go to the log. */
  static OmdProcess reading(
      SiteName site, List<String> line, Consumer<Map<String, String>> environment, RunLog log)
      throws IOException {
    Process process = builder(line, environment).redirectErrorStream(true).start();
    return new OmdProcess(site, process, process.getInputStream(), log);
  }

  private static ProcessBuilder builder(
      List<String> line, Consumer<Map<String, String>> environment) {
    ProcessBuilder builder = new ProcessBuilder(line).directory(new File("/"));
    environment.accept(builder.environment());
    return builder;
  }

  private static void daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static String listen(InputStream stream, RunLog log) {
    String last = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          last = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
          log.info(last);
        }
      }
    } catch (IOException ended) {
      return last;
    }
    return last;
  }

  InputStream output() {
    return process.getInputStream();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /**
   * Does the work, which reads or writes a pipe that no interrupt opens, in a thread of its own. An
   * interrupt of this one ends the process, and so the work.
   */
  void during(Runnable work) {
    CompletableFuture<?> done =
        CompletableFuture.runAsync(work, task -> daemon(task, "omd archive"));
    try {
      done.get();
    } catch (InterruptedException e) {
      process.destroy();
      done.handle((nothing, failure) -> nothing).join();
      throw stopped(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static StoppedException stopped(InterruptedException e) {
    return new StoppedException("Stopped by a signal", "", e);
  }

  private int exitCode() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  /** Waits for its end. An interrupt ends it, too. */
  void requireGoodEnd(String verb) {
    int code = exitCode();
    // What it has started may keep the pipe open for ever.
    String said = lastWords.completeOnTimeout("", 1, TimeUnit.SECONDS).join();
    if (code != 0) {
      throw new SiteException(
          "'omd "
              + verb
              + "' of site "
              + site
              + " ended with "
              + code
              + (said.isEmpty() ? "" : ": " + said),
          "Its lines are in the log");
    }
  }

  @Override
  public void close() {
    process.destroy();
    boolean interrupted = Thread.interrupted();
    process.onExit().join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
