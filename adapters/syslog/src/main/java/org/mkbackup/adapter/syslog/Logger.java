package org.mkbackup.adapter.syslog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.host.SystemCommand;

/** Runs {@code logger(1)}. A daemon that doesn't take the lines is waited for a few seconds. */
final class Logger {
  private static final long LIMIT_SECONDS = 5;

  private Logger() {}

  /**
   * Hands over lines.
   *
   * @throws IOException with what the command said, if it failed
   */
  static void run(List<String> options, String lines) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(SystemCommand.find("logger", "bsdutils"));
    command.addAll(options);
    Path said = Files.createTempFile("mkbackup-logger", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(said.toFile());
      builder.environment().clear();
      builder.environment().putAll(SystemCommand.environment());
      int code = end(builder.start(), lines);
      if (code != 0) {
        throw new IOException(Files.readString(said).strip() + " (exit code " + code + ")");
      }
    } finally {
      Files.deleteIfExists(said);
    }
  }

  /* An interrupt doesn't end the wait: what a stopped run says last is worth most. */
  private static int end(Process process, String lines) throws IOException {
    CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(process, lines));
    try {
      int code = process.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join().exitValue();
      feeding.join();
      return code;
    } catch (CompletionException late) {
      throw new IOException("it didn't take the lines within " + LIMIT_SECONDS + " s", late);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void feed(Process process, String lines) {
    try (OutputStream sink = process.getOutputStream()) {
      sink.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unread) {
      // Its exit code tells why.
    }
  }
}
