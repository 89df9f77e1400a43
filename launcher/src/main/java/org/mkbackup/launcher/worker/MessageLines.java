package org.mkbackup.launcher.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A worker's lines, each cut to a length that a hostile worker can't make a parent suffer from. */
final class MessageLines implements AutoCloseable {
  private static final int MOST_LINE = 1 << 16;

  private final BufferedReader source;

  MessageLines(InputStream source) {
    this.source = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8));
  }

  /** The next line; empty at the end. */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = source.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = source.read()) {
      if (line.length() < MOST_LINE) {
        line.append((char) c);
      }
    }
    return Optional.of(line.toString());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
