package org.mkbackup.adapter.flock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.port.RunLock;

/** Other programs take the same locks. */
class FlockOfOthersTest {
  @TempDir private Path root;

  private Path file;
  private RunLock locks;

  @BeforeEach
  void lookAtOneFile() {
    file = root.resolve("mkbackup.lock");
    locks = new FlockRunLock(new LockDirectory(root));
  }

  private int tryFlock() throws IOException, InterruptedException {
    return Command.exitCode("flock", "--nonblock", file.toString(), "true");
  }

  @Test
  void keepsOutTheFlockCommandWhileItIsHeld() throws IOException, InterruptedException {
    try (RunLock.Held held = locks.take(file, 0600)) {
      assertEquals(1, tryFlock(), held::toString);
    }
    assertEquals(0, tryFlock());
  }

  @Test
  void isKeptOutByTheFlockCommandAndNamesItsProcess() throws IOException, InterruptedException {
    try (Command flock = Command.flock(file.toString())) {
      BusyException busy = assertThrows(BusyException.class, () -> locks.take(file, 0600));
      assertTrue(busy.what().startsWith("Process " + flock.process().pid() + " "), busy::what);
    }
    locks.take(file, 0600).close();
  }

  @Test
  void isNotInheritedByAProcessThatOutlivesIt() throws IOException, InterruptedException {
    RunLock.Held held = locks.take(file, 0600);
    try (Command child = Command.started(List.of("sh", "-c", "echo ready; exec cat"))) {
      held.close();
      assertTrue(child.process().isAlive());
      assertEquals(0, tryFlock());
    }
  }

  @Test
  void isReleasedWhenItsHolderIsKilled() throws IOException, InterruptedException {
    try (Command holder = Command.started(HoldingProcess.command(file))) {
      assertThrows(BusyException.class, () -> locks.take(file, 0600));
      assertEquals(1, tryFlock());

      holder.kill();

      locks.take(file, 0600).close();
    }
  }
}
