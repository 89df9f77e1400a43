package org.mkbackup.contract;

import java.util.List;
import org.mkbackup.domain.port.LogSink;

class InMemoryLogSinkTest extends LogSinkContract {
  private final InMemoryLogSink log = new InMemoryLogSink();

  @Override
  protected LogSink sink() {
    return log;
  }

  @Override
  protected List<String> lines(int atLeast) {
    return log.lines();
  }
}
