package org.mkbackup.adapter.syslog;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.mkbackup.domain.port.LogSink;

/** Lines to log. */
final class SyslogLines {
  private static final ZonedDateTime TIME =
      ZonedDateTime.of(2026, 11, 24, 2, 30, 5, 0, ZoneOffset.UTC);

  private SyslogLines() {}

  static LogSink.Line of(LogSink.Level level) {
    return new LogSink.Line(TIME, 4711, "backup nightly", level, "text");
  }
}
