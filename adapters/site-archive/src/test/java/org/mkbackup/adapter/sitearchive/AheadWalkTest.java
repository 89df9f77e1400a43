package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.run.RunLog;

class AheadWalkTest {
  @TempDir private Path directory;
  private final CompletableFuture<Thread> reader = new CompletableFuture<>();
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  private Optional<SiteFile> file = Optional.empty();

  @BeforeEach
  void findOneFile() throws IOException {
    file = Optional.of(new SiteFile(directory, "d", Inode.of(directory)));
  }

  @Test
  void aStopWhileNothingIsTakenEndsTheReaderInSilence() {
    assertTimeoutPreemptively(Duration.ofMinutes(1), this::stopWithAllBatchesFilled);
    assertEquals(List.of(), uncaught);
  }

  private void stopWithAllBatchesFilled() {
    try (AheadWalk ahead = new AheadWalk(this::withoutEnd, opener())) {
      Thread.currentThread().interrupt();
      assertThrows(StoppedException.class, () -> ahead.forEach(found -> {}));
      while (reader.join().getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  private static FileOpener opener() {
    return new FileOpener(Optional.empty(), Optional.empty(), RunLog.silent());
  }

  private void withoutEnd(Consumer<SiteFile> visitor) {
    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    reader.complete(Thread.currentThread());
    while (true) {
      visitor.accept(file.orElseThrow());
    }
  }
}
