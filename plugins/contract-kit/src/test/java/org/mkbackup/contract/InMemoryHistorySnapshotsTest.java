package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mkbackup.domain.port.HistorySnapshots;
import org.mkbackup.domain.text.RawName;

class InMemoryHistorySnapshotsTest extends HistorySnapshotsContract {
  private static final Path DIRECTORY = Path.of("/omd/sites/heute/var/mkeventd/history");

  private final InMemoryHistorySnapshots snapshots = new InMemoryHistorySnapshots();
  private final Map<Path, List<String>> events = new HashMap<>();

  @Override
  protected HistorySnapshots snapshots() {
    return snapshots;
  }

  @Override
  protected Path place(String name) {
    return RawName.resolve(DIRECTORY, RawName.ofText(name));
  }

  @Override
  protected void append(Path database, String event) {
    List<String> all = events.computeIfAbsent(database, path -> new ArrayList<>());
    all.add(event);
    snapshots.put(database, String.join("\n", all).getBytes(UTF_8));
  }

  @Override
  protected void damage(Path database) {
    events.remove(database);
  }

  @Override
  protected Stream<String> eventsIn(byte[] copy) {
    return new String(copy, UTF_8).lines();
  }
}
