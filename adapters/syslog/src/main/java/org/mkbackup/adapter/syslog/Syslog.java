package org.mkbackup.adapter.syslog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.LogSink;

/**
 * Sends lines to a log daemon's socket by {@code logger(1)}, under the ident {@code mkbackup}.
 * Where there is no such socket, as in most containers, nobody keeps a log.
 */
final class Syslog implements LogSink {
  private static final String IDENT = "mkbackup";

  /* Facility user(1) and the severities of RFC 5424, as in <14>. */
  private static final int USER = 1 << 3;

  private final Path socket;

  Syslog(Path socket) {
    this.socket = socket;
  }

  @Override
  public void append(List<Line> lines) {
    if (Files.notExists(socket)) {
      return;
    }
    List<Line> rest = lines;
    while (!rest.isEmpty()) {
      List<Line> batch = ofOneProcess(rest);
      send(batch);
      rest = rest.subList(batch.size(), rest.size());
    }
  }

  private static List<Line> ofOneProcess(List<Line> lines) {
    List<Line> batch = new ArrayList<>();
    for (Line line : lines) {
      if (line.pid() != lines.get(0).pid()) {
        break;
      }
      batch.add(line);
    }
    return batch;
  }

  private void send(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line(line)));
    try {
      Logger.run(
          List.of(
              "--socket",
              socket.toString(),
              "--socket-errors=on",
              "--tag",
              IDENT,
              "--id=" + lines.get(0).pid(),
              "--prio-prefix",
              "--size",
              "8KiB"),
          text.toString());
    } catch (IOException e) {
      throw new SiteException(
          "Can't write to the system's log: " + e.getMessage(),
          "See whether the log daemon at " + socket + " is at work",
          e);
    }
  }

  private static String line(Line line) {
    String mark =
        switch (line.level()) {
          case INFO -> "<" + (USER | 6) + ">";
          case WARNING -> "<" + (USER | 4) + ">";
          case ERROR -> "<" + (USER | 3) + ">";
        };
    String word = line.level() == Level.INFO ? "" : line.level() + ": ";
    return mark + OneLine.of(line.run()) + ": " + word + OneLine.of(line.text()) + "\n";
  }
}
