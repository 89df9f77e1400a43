package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.Aftermath;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mockito.InOrder;

/** The order in which a site is replaced that has no room for two trees. */
class ReplaceInPlaceTest extends ReplaceSiteTrial {

  @Test
  void theWholeArchiveIsCheckedBeforeAnythingIsRemoved() {
    replace(true);

    InOrder order = inOrder(control, work);
    order.verify(work).check(any(), any(), any(), any());
    order.verify(control).stop(SITE);
    order.verify(work).beginInPlace(sites.resolve("heute"));
    order.verify(work).clear(sites.resolve("heute"), OBSERVER);
    order.verify(work).unpack(any(), any(), any(), any());
    order.verify(work).runHooks(any(), any(), any());
    order.verify(work).endInPlace(sites.resolve("heute"));
    order.verify(control).start(SITE);
  }

  @Test
  void aDamagedArchiveRemovesNothing() {
    when(work.check(any(), any(), any(), any())).thenThrow(new ArchiveException("cut off", ""));

    assertThrows(ArchiveException.class, () -> replace(true));

    verify(work, never()).clear(any(), any());
    verify(control, never()).stop(SITE);
  }

  @Test
  void theArchiveIsOpenedForBothTimesBeforeItIsChecked() {
    replace(true);

    InOrder order = inOrder(source, work);
    order.verify(source).open();
    order.verify(work).check(any(), any(), any(), any());
    verify(source, times(1)).open();
  }

  @Test
  void aSiteThatWasClearedAndNotFilledStaysMarkedAndItIsTold() {
    ArchiveException failure = new ArchiveException("disk full", "");
    when(work.unpack(any(), any(), any(), any())).thenThrow(failure);

    assertSame(failure, assertThrows(ArchiveException.class, () -> replace(true)));
    assertTrue(Aftermath.of(failure).contains("Site heute is not whole"), Aftermath.of(failure));
    verify(work).beginInPlace(sites.resolve("heute"));
    verify(work, never()).endInPlace(any());
  }

  @Test
  void aSiteThatIsNotWholeIsNotStarted() {
    when(work.unpack(any(), any(), any(), any())).thenThrow(new ArchiveException("disk full", ""));

    assertThrows(ArchiveException.class, () -> replace(true));

    verify(control).stop(SITE);
    verify(control, never()).start(any());
  }

  @Test
  void nothingIsClearedThatCouldNotBeMarked() {
    doThrow(new SiteException("read-only", "")).when(work).beginInPlace(any());

    assertThrows(SiteException.class, () -> replace(true));
    verify(work, never()).clear(any(), any());
  }

  @Test
  void aSiteThatIsNotWholeIsNotStartedWhateverWentWrong() {
    Error failure = new OutOfMemoryError("heap");
    when(work.unpack(any(), any(), any(), any())).thenThrow(failure);

    assertSame(failure, assertThrows(OutOfMemoryError.class, () -> replace(true)));

    verify(control, never()).start(any());
  }
}
