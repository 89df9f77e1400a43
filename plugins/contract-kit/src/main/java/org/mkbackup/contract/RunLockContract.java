package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.port.RunLock;

/** What every {@link RunLock} promises. */
public abstract class RunLockContract {
  private static final int MODE = 0600;

  /** A lock of the same world each time. */
  protected abstract RunLock lock();

  /** A directory of lock files; it may not be there yet. */
  protected abstract Path directory();

  private Path file() {
    return directory().resolve("mkbackup-heute.lock");
  }

  @Test
  void isHeldByOneAtATime() {
    try (RunLock.Held held = lock().take(file(), MODE)) {
      BusyException busy =
          assertThrows(BusyException.class, () -> lock().take(file(), MODE), held::toString);
      assertTrue(busy.what().contains(file().toString()), busy::what);
    }
  }

  @Test
  void isFreeAgainOnceItIsClosed() {
    lock().take(file(), MODE).close();
    try (RunLock.Held held = lock().take(file(), MODE)) {
      assertThrows(BusyException.class, () -> lock().take(file(), MODE), held::toString);
    }
  }

  @Test
  void staysWithItsNewHolderWhenTheOldOneIsClosedAgain() {
    RunLock.Held old = lock().take(file(), MODE);
    old.close();
    try (RunLock.Held held = lock().take(file(), MODE)) {
      old.close();
      assertThrows(BusyException.class, () -> lock().take(file(), MODE), held::toString);
    }
  }

  @Test
  void keepsFilesApart() {
    try (RunLock.Held one = lock().take(file(), MODE);
        RunLock.Held other = lock().take(directory().resolve("mkbackup.lock"), MODE)) {
      assertThrows(BusyException.class, () -> lock().take(file(), MODE), one::toString);
      other.close();
      lock().take(directory().resolve("mkbackup.lock"), MODE).close();
    }
  }

  @Test
  void isGivenToOneOfManyWhoWantItAtOnce() {
    RunLock shared = lock();
    List<CompletableFuture<Optional<RunLock.Held>>> attempts =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> attempt(shared)))
            .toList();

    List<RunLock.Held> winners =
        attempts.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();

    winners.forEach(RunLock.Held::close);
    assertEquals(1, winners.size());
  }

  private Optional<RunLock.Held> attempt(RunLock lock) {
    try {
      return Optional.of(lock.take(file(), MODE));
    } catch (BusyException busy) {
      return Optional.empty();
    }
  }
}
