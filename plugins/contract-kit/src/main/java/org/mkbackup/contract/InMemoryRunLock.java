package org.mkbackup.contract;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.port.RunLock;

/** Locks within one object; which are held can be asked for. */
public final class InMemoryRunLock implements RunLock {
  private final Map<Path, Held> holders = new ConcurrentHashMap<>();

  @Override
  public Held take(Path file, int mode) {
    Held held =
        new Held() {
          @Override
          public void close() {
            holders.remove(file, this);
          }
        };
    if (holders.putIfAbsent(file, held) != null) {
      throw new BusyException(
          "Another process holds the lock " + file, "Wait until that backup or restore has ended");
    }
    return held;
  }

  /** The files whose locks are held now. */
  public Set<Path> held() {
    return new TreeSet<>(holders.keySet());
  }
}
