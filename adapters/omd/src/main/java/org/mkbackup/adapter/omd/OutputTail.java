package org.mkbackup.adapter.omd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.OneLine;

/** What is kept of a command's output, however much it is: the last line with something in it. */
final class OutputTail {
  private static final int LONGEST_LINE = 400;
  private static final String VERDICT = "OVERALL ";
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private String lastLine = "";
  private boolean hasVerdict;

  /** Reads to the end, or until the stream is closed. */
  void readAll(InputStream output) throws IOException {
    byte[] buffer = new byte[8192];
    for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
      append(buffer, count);
    }
    end();
  }

  /** There is no more: what was read of an unfinished line is a line. */
  synchronized void end() {
    endLine();
  }

  private synchronized void append(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        endLine();
      } else if (line.size() < LONGEST_LINE) {
        line.write(bytes[i]);
      }
    }
  }

  private void endLine() {
    String text = COLOUR.matcher(line.toString(StandardCharsets.UTF_8)).replaceAll("").strip();
    line.reset();
    if (!text.isEmpty()) {
      lastLine = OneLine.of(text);
      hasVerdict |= text.startsWith(VERDICT);
    }
  }

  synchronized String lastLine() {
    return lastLine;
  }

  /** Whether a line told the status of the whole site. */
  synchronized boolean hasVerdict() {
    return hasVerdict;
  }
}
