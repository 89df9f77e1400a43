package org.mkbackup.adapter.accounts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads all that a process says, so that it never waits for a reader, and keeps the end of it. Does
 * not wait for ever where a child of the process holds the pipe open.
 */
final class Drain implements Runnable {
  private static final int MOST = 1 << 20;
  private static final int PATIENCE_SECONDS = 1;
  private final InputStream source;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<Boolean> atEnd = new CompletableFuture<>();

  private Drain(InputStream source) {
    this.source = source;
  }

  static Drain of(InputStream source) {
    Drain drain = new Drain(source);
    Thread thread = new Thread(drain, "drain");
    thread.setDaemon(true);
    thread.start();
    return drain;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try (source) {
      for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
        if (kept.size() + n > MOST) {
          kept.reset();
        }
        kept.write(buffer, 0, n);
      }
      atEnd.complete(true);
    } catch (IOException e) {
      kept.writeBytes(("\n" + e.getMessage()).getBytes(StandardCharsets.UTF_8));
      atEnd.complete(false);
    }
  }

  String text() {
    atEnd.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return kept.toString(StandardCharsets.UTF_8);
  }

  String lastLine() {
    return text().lines().filter(line -> !line.isBlank()).reduce("", (first, last) -> last).strip();
  }
}
