package org.mkbackup.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.run.RunState;

/** State files that are no files; all states that were ever written can be asked for. */
public final class InMemoryRunJournal implements RunJournal {
  private final Map<Path, RunState> states = new ConcurrentHashMap<>();
  private final Set<Path> spoiled = ConcurrentHashMap.newKeySet();
  private final Map<Path, List<RunState>> written = new ConcurrentHashMap<>();

  @Override
  public void write(Path stateFile, RunState state) {
    spoiled.remove(stateFile);
    states.put(stateFile, state);
    written.computeIfAbsent(stateFile, file -> new CopyOnWriteArrayList<>()).add(state);
  }

  /** Has a file that is no state stand there, until it is written or removed. */
  public void spoil(Path stateFile) {
    states.remove(stateFile);
    spoiled.add(stateFile);
  }

  @Override
  public Optional<RunState> read(Path stateFile) {
    if (spoiled.contains(stateFile)) {
      throw new SiteException("The state file " + stateFile + " can't be read: it is spoiled", "");
    }
    return Optional.ofNullable(states.get(stateFile));
  }

  @Override
  public void remove(Path stateFile) {
    spoiled.remove(stateFile);
    states.remove(stateFile);
  }

  @Override
  public void removeAll(Path directory) {
    spoiled.removeIf(file -> directory.equals(file.getParent()));
    states.keySet().removeIf(file -> directory.equals(file.getParent()));
  }

  /** Every state that was written to a file, in order; removal forgets none. */
  public List<RunState> written(Path stateFile) {
    return new ArrayList<>(written.getOrDefault(stateFile, List.of()));
  }
}
