package org.mkbackup.application.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UninterruptedTest {

  @AfterEach
  void calm() {
    Thread.interrupted();
  }

  @Test
  void anInterruptBeforeIsSetAsideAndKept() {
    Thread.currentThread().interrupt();
    Uninterrupted.run(() -> assertFalse(Thread.currentThread().isInterrupted()));
    assertTrue(Thread.interrupted());
  }

  @Test
  void interruptsMeanwhileReachNothingThatGoesToTheEnd() {
    Thread worker = Thread.currentThread();
    List<String> done = new ArrayList<>();
    Uninterrupted.toTheEnd(
        () -> {
          worker.interrupt();
          done.add(Thread.currentThread().isInterrupted() ? "interrupted" : "calm");
          worker.interrupt();
          done.add("ended");
        });
    assertEquals(List.of("calm", "ended"), done);
    assertTrue(Thread.interrupted());
  }

  @Test
  void failuresAreThoseOfTheWork() {
    IllegalStateException failure = new IllegalStateException("no luck");
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                Uninterrupted.toTheEnd(
                    () -> {
                      throw failure;
                    })));
    assertThrows(
        AssertionError.class,
        () ->
            Uninterrupted.toTheEnd(
                () -> {
                  throw new AssertionError();
                }));
    assertFalse(Thread.interrupted());
  }
}
