package org.mkbackup.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.port.LogSink;

/** A log that is gone with the program. */
public final class InMemoryLogSink implements LogSink {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void append(List<Line> added) {
    lines.addAll(added.stream().map(InMemoryLogSink::text).toList());
  }

  private static String text(Line line) {
    String text = line.level() + " [" + line.pid() + "] " + line.run() + ": " + line.text();
    return OneLine.of(text);
  }

  /** All lines: {@code WARNING [4711] backup nightly: text}. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
