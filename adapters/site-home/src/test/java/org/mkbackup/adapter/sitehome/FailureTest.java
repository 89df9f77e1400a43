package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.adapter.sitehome.Scene.Kind;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.failure.SiteException;

/** One step fails, as on a full or a bad disk, and the process goes on with what it does then. */
class FailureTest {
  private enum Outcome {
    OLD_TREE,
    NEW_TREE
  }

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  @AfterEach
  void unlock() {
    ExampleSite.unlock(directory);
  }

  @ParameterizedTest
  @EnumSource
  void aFailureAnywhereIsToldAndLeavesTheOldTreeOrIsHarmless(Kind kind) throws IOException {
    Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    Fault fault = Fault.failAt(1);
    for (int step = 1; step == 1 || fault.wasReached(); step++) {
      Scene scene = new Scene(kind, directory.resolve("fail-" + step));
      fault = Fault.failAt(step);
      seen.add(assertOneTree(scene, fault, "failed at step " + step));
    }
    assertTrue(seen.containsAll(EnumSet.allOf(Outcome.class)), () -> "seen: " + seen);
  }

  private static Outcome assertOneTree(Scene scene, Fault fault, String when) throws IOException {
    Optional<SiteException> failure = failure(() -> scene.replace(fault));
    if (failure.isPresent()) {
      assertTrue(failure.get().getMessage().contains("heute"), failure.get().getMessage());
      scene.assertOld(when);
    }
    // What was left of the old tree is a warning; the next process removes it.
    scene.recover(Fault.none());
    scene.assertNothingLeftOver();
    if (failure.isPresent()) {
      return Outcome.OLD_TREE;
    }
    assertTrue(scene.isReplaced(), when);
    return Outcome.NEW_TREE;
  }

  private static Optional<SiteException> failure(Scene.Act act) throws IOException {
    try {
      act.run();
      return Optional.empty();
    } catch (SiteException e) {
      return Optional.of(e);
    }
  }
}
