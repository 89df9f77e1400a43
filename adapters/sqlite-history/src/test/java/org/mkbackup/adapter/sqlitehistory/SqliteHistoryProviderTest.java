package org.mkbackup.adapter.sqlitehistory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.HistorySnapshots;
import org.mkbackup.domain.run.RunLog;

class SqliteHistoryProviderTest {

  @Test
  void isFoundAndCopiesBelowTheRoot(@TempDir Path root) throws IOException {
    AdapterProvider<?> provider =
        ServiceLoader.load(AdapterProvider.class).findFirst().orElseThrow();
    Host host = new Host(root, Context.SYSTEM, "klappspaten", Optional.empty(), Optional.empty());
    Path database = root.resolve("history.sqlite");
    Sqlite.run(database, "create table history (event);");

    assertEquals("sqlite", provider.id());
    assertEquals(HistorySnapshots.class, provider.port());
    HistorySnapshots snapshots = (HistorySnapshots) provider.create(host);
    try (SeekableByteChannel copy = snapshots.snapshot(database, RunLog.silent())) {
      assertEquals(Files.size(database), copy.size());
    }
    assertTrue(Files.isDirectory(root.resolve("tmp")));
  }
}
