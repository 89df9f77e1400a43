package org.mkbackup.launcher.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A run of a program between two real pipes, which can't be sought in.
 *
 * @param out each byte as a character
 */
record Piped(int exit, String out, String err) {

  static Piped run(ProcessBuilder builder, byte[] input, Path temp)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile(temp, "err", ".txt");
    Process process = builder.redirectError(err.toFile()).start();
    CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(process, input));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    int exit = process.waitFor();
    feeding.join();
    return new Piped(exit, out, Files.readString(err).strip());
  }

  private static void feed(Process process, byte[] input) {
    try (OutputStream sink = process.getOutputStream()) {
      sink.write(input);
    } catch (IOException unread) {
      // A program may refuse its input without reading it all: its exit code and words tell.
    }
  }
}
