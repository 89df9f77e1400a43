package org.mkbackup.domain.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AftermathTest {

  @Test
  void isEmptyWhenNothingElseFailed() {
    Exception failure = new ArchiveException("cut off", "Try another");
    failure.addSuppressed(new IllegalStateException("not for people"));
    assertEquals("", Aftermath.of(failure));
  }

  @Test
  void tellsEachOnceWhereverItHangs() {
    SiteException undo = new SiteException("The undo failed", "Run it again");
    SiteException start = new SiteException("It is stopped", "Start it");
    ArchiveException first = new ArchiveException("cut off", "");
    first.addSuppressed(undo);
    undo.addSuppressed(start);
    Exception outer = new ArchiveException("a.tar: cut off", "", first);
    outer.addSuppressed(start);
    assertEquals(" It is stopped. Start it. The undo failed. Run it again.", Aftermath.of(outer));
  }
}
