package org.mkbackup.adapter.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** The real thing, to compare with. */
final class Python {
  private Python() {}

  /** What a script prints. */
  static String run(String script, String input) {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", script)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(python, input));
      String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      feeding.join();
      if (python.waitFor() != 0) {
        throw new IllegalStateException("python3 exits with " + python.exitValue());
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void feed(Process python, String input) {
    try (OutputStream sink = python.getOutputStream()) {
      sink.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
