package org.mkbackup.adapter.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.LogSinkContract;
import org.mkbackup.domain.port.LogSink;

class SyslogTest extends LogSinkContract {
  @TempDir private Path directory;
  private Rsyslogd daemon;

  @BeforeEach
  void aLogDaemon() throws IOException, InterruptedException {
    daemon = Rsyslogd.start(directory);
  }

  @AfterEach
  void end() throws InterruptedException {
    if (daemon != null) {
      daemon.close();
    }
  }

  @Override
  protected LogSink sink() {
    return new Syslog(daemon.socket());
  }

  @Override
  protected List<String> lines(int atLeast) {
    try {
      return daemon.lines(atLeast);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void givesEachLevelItsSeverity() {
    sink()
        .append(
            List.of(
                SyslogLines.of(LogSink.Level.INFO),
                SyslogLines.of(LogSink.Level.WARNING),
                SyslogLines.of(LogSink.Level.ERROR)));

    assertEquals(
        List.of("info", "warning", "err"),
        lines(3).stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
  }
}
