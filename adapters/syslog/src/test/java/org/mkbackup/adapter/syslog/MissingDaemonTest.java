package org.mkbackup.adapter.syslog;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.LogSink;

class MissingDaemonTest {
  private static final List<LogSink.Line> LINES = List.of(SyslogLines.of(LogSink.Level.INFO));

  @TempDir private Path directory;

  @Test
  void whereNobodyKeepsALogNothingIsKept() {
    new Syslog(directory.resolve("log")).append(LINES);

    assertFalse(Files.exists(directory.resolve("log")));
  }

  @Test
  void aSocketThatNobodyListensAtIsAFailure() throws IOException {
    Path nobody = Files.createFile(directory.resolve("log"));

    SiteException failure =
        assertThrows(SiteException.class, () -> new Syslog(nobody).append(LINES));

    assertTrue(failure.what().startsWith("Can't write to the system's log: "), failure::what);
    assertTrue(failure.hint().contains(nobody.toString()), failure::hint);
  }
}
