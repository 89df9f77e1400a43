package org.mkbackup.adapter.logfile;

import java.time.format.DateTimeFormatter;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.port.LogSink;

/** How a line looks: {@code 2026-11-24 02:30:00 [4711] backup nightly: WARNING: text}. */
final class LogLine {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private LogLine() {}

  static String of(LogSink.Line line) {
    String mark =
        switch (line.level()) {
          case INFO -> "";
          case WARNING -> "WARNING: ";
          case ERROR -> "ERROR: ";
        };
    return STAMP.format(line.time())
        + " ["
        + line.pid()
        + "] "
        + OneLine.of(line.run())
        + ": "
        + mark
        + OneLine.of(line.text())
        + "\n";
  }
}
