package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.port.MountManager;

/**
 * What holds for every {@link MountManager} of root on a machine that isn't relocated. Each test
 * finds the mount down.
 */
public abstract class MountManagerContract {
  private static final Duration BOUND = Duration.ofMinutes(2);
  protected final RunLogLines log = new RunLogLines();

  protected abstract MountManager manager();

  /** A mount whose server answers. */
  protected abstract Mount mount();

  /** Keeps the server from answering, until the result is closed. */
  protected abstract Undo silence();

  /** Keeps the mount, which is up, from being unmounted, until the result is closed. */
  protected abstract Undo occupy();

  /** Takes something back. */
  public interface Undo extends AutoCloseable {
    @Override
    void close();
  }

  @Test
  void aMountIsUpBetweenUpAndDown() {
    assertFalse(manager().isUp(mount()));
    manager().up(mount(), log);
    assertTrue(manager().isUp(mount()));
    manager().check(mount());
    manager().down(mount(), log);
    assertFalse(manager().isUp(mount()));
  }

  @Test
  void whatIsUpMayBePutUpAndWhatIsDownTakenDown() {
    manager().down(mount(), log);
    manager().up(mount(), log);
    manager().up(mount(), log);
    manager().down(mount(), log);
    assertFalse(manager().isUp(mount()));
  }

  @Test
  void aCheckRefusesWhatIsDown() {
    assertTrue(refused(() -> manager().check(mount())).contains("'" + mount().id() + "'"));
  }

  @Test
  void aUseMountsAndUnmounts() {
    try (MountManager.Use use = manager().use(mount(), log)) {
      assertTrue(manager().isUp(mount()));
    }
    assertFalse(manager().isUp(mount()));
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void aUseLeavesUpWhatWasUp() {
    manager().up(mount(), log);
    manager().use(mount(), log).close();
    assertTrue(manager().isUp(mount()));
  }

  @Test
  void theLastUseUnmounts() {
    MountManager.Use first = manager().use(mount(), log);
    MountManager.Use second = manager().use(mount(), log);
    first.close();
    assertTrue(manager().isUp(mount()));
    second.close();
    assertFalse(manager().isUp(mount()));
  }

  @Test
  void whatIsPutUpDuringAUseStaysUp() {
    MountManager.Use use = manager().use(mount(), log);
    manager().up(mount(), log);
    use.close();
    assertTrue(manager().isUp(mount()));
  }

  @Test
  void whatIsUsedIsNotTakenDown() {
    MountManager.Use use = manager().use(mount(), log);
    refused(() -> manager().down(mount(), log));
    assertTrue(manager().isUp(mount()));
    use.close();
    assertFalse(manager().isUp(mount()));
  }

  @Test
  void whatIsBusyStaysUpWithAWarning() {
    MountManager.Use use = manager().use(mount(), log);
    try (Undo occupied = occupy()) {
      use.close();
      assertTrue(manager().isUp(mount()));
    }
    assertEquals(1, log.warnings().size());
    assertTrue(log.warnings().get(0).contains("'" + mount().id() + "'"), log.warnings()::toString);
  }

  @Test
  void whatWasLeftUpForBeingBusyGoesWithTheNextUse() {
    MountManager.Use use = manager().use(mount(), log);
    try (Undo occupied = occupy()) {
      use.close();
      assertTrue(manager().isUp(mount()));
    }
    manager().use(mount(), log).close();
    assertFalse(manager().isUp(mount()));
  }

  @Test
  void whatIsBusyIsNotTakenDown() {
    manager().up(mount(), log);
    try (Undo occupied = occupy()) {
      refused(() -> manager().down(mount(), log));
      assertTrue(manager().isUp(mount()));
    }
  }

  @Test
  void aSilentServerIsNoticedAndNothingStaysMounted() {
    try (Undo silenced = silence()) {
      assertTimeoutPreemptively(BOUND, () -> refused(() -> manager().use(mount(), log)));
      assertFalse(manager().isUp(mount()));
    }
  }

  @Test
  void aServerThatFallsSilentIsNoticed() {
    manager().up(mount(), log);
    try (Undo silenced = silence()) {
      assertTimeoutPreemptively(BOUND, () -> refused(() -> manager().check(mount())));
      assertTimeoutPreemptively(BOUND, () -> refused(() -> manager().use(mount(), log)));
      assertTrue(manager().isUp(mount()));
    }
  }

  @Test
  void aUseOfAServerThatFallsSilentEnds() {
    MountManager.Use use = manager().use(mount(), log);
    try (Undo silenced = silence()) {
      assertTimeoutPreemptively(BOUND, use::close);
      assertFalse(manager().isUp(mount()));
    }
  }

  @Test
  void whatHangsCanBeTakenDown() {
    manager().up(mount(), log);
    try (Undo silenced = silence()) {
      assertTimeoutPreemptively(BOUND, () -> manager().down(mount(), log));
      assertFalse(manager().isUp(mount()));
    }
  }

  private static String refused(Executable call) {
    return assertThrows(TargetException.class, call).what();
  }
}
