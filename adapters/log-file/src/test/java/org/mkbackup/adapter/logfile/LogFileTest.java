package org.mkbackup.adapter.logfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.LogSinkContract;
import org.mkbackup.domain.port.LogSink;

class LogFileTest extends LogSinkContract {
  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("mkbackup.log");
  }

  @Override
  protected LogSink sink() {
    return new LogFile(file(), new LogSink.Rotation(1 << 20, 3));
  }

  @Override
  protected List<String> lines(int atLeast) {
    try {
      return Files.readAllLines(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
