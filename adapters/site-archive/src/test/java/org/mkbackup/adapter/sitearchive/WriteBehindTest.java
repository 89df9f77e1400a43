package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.StoppedException;

class WriteBehindTest {
  private static final int MANY = 1000;

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final List<String> dropped = Collections.synchronizedList(new ArrayList<>());

  private interface Work {
    void run() throws IOException;
  }

  private static WriteBehind behind() {
    return new WriteBehind((below, e) -> new SiteException(below + ": " + e.getMessage(), ""));
  }

  private WriteBehind.Step step(String name, Work work) {
    return new WriteBehind.Step() {
      @Override
      public void run() throws IOException {
        work.run();
        done.add(name);
      }

      @Override
      public void drop() {
        dropped.add(name);
      }
    };
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  @Test
  void allIsDoneInItsOrderWhenItWasWaitedFor() {
    try (WriteBehind behind = behind()) {
      names(MANY).forEach(name -> behind.add(name, step(name, () -> {})));
      behind.await();
      assertEquals(names(MANY), done);
    }
    assertEquals(names(MANY), dropped);
  }

  @Test
  void aFailureNamesItsFileAndEndsTheRest() {
    try (WriteBehind behind = behind()) {
      behind.add("a", step("a", () -> {}));
      behind.add(
          "b",
          step(
              "b",
              () -> {
                throw new IOException("no room");
              }));
      SiteException failure = assertThrows(SiteException.class, behind::await);
      assertEquals("b: no room", failure.what());
      assertThrows(SiteException.class, () -> behind.add("c", step("c", () -> {})));
    }
    assertEquals(List.of("a"), done);
    assertEquals(List.of("a", "b", "c"), dropped);
  }

  @Test
  void whatWasNotWaitedForIsDroppedWhenItIsClosed() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    WriteBehind behind = behind();
    behind.add("first", step("first", () -> take(begun, closing)));
    behind.add("second", step("second", () -> {}));
    awaitQuietly(begun);
    Thread closer = new Thread(behind::close);
    closer.start();
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    closing.countDown();
    awaitEnd(closer);
    assertEquals(List.of("first"), done);
    assertEquals(List.of("first", "second"), dropped);
  }

  @Test
  void anInterruptEndsTheWait() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (WriteBehind behind = behind()) {
      behind.add("first", step("first", () -> take(begun, end)));
      Thread.currentThread().interrupt();
      assertThrows(StoppedException.class, behind::await);
      assertFalse(Thread.interrupted());
      end.countDown();
    }
    assertTrue(dropped.contains("first"));
  }

  private static void take(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    awaitQuietly(end);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
