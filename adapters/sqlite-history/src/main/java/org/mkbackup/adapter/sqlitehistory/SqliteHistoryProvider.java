package org.mkbackup.adapter.sqlitehistory;

import java.time.Duration;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.HistorySnapshots;

/**
 * Offers copies by SQLite's own library. Where that library is loaded from is left to the system
 * properties {@code org.sqlite.lib.path}, {@code org.sqlite.lib.name} and {@code org.sqlite.tmpdir}
 * of its driver.
 */
public final class SqliteHistoryProvider implements AdapterProvider<HistorySnapshots> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "sqlite";
  }

  @Override
  public Class<HistorySnapshots> port() {
    return HistorySnapshots.class;
  }

  @Override
  public HistorySnapshots create(Host host) {
    return new SqliteSnapshots(host.path("/tmp"), PATIENCE);
  }
}
