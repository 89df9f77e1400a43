package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.SiteException;

/** A site of an appliance that is neither the old nor the new one is not started. */
class HalfReplacedSiteTest {
  @TempDir Path root;

  @Test
  void theOneWhoseRestoreInPlaceFailedStaysStoppedAndTheOthersRunAgain() throws IOException {
    VirtualAppliance cma = new VirtualAppliance(root);
    cma.control.run(cma.addSite("heute"));
    cma.control.run(cma.addSite("morgen"));
    cma.backUp(false);
    cma.calls.clear();
    cma.calls.failAt("hooks of heute");

    assertThrows(ApplianceException.class, () -> cma.restore(true, true));

    assertFalse(cma.calls.made().contains("start heute"), cma.calls.made().toString());
    assertTrue(cma.calls.made().contains("start morgen"), cma.calls.made().toString());
    assertTrue(
        cma.lines.said.contains("WARNING: Site heute is left stopped: it is half replaced"),
        cma.lines.said.toString());
  }

  @Test
  void aWholeReplacementIsHalfOneOnlyIfItsUndoFailed() {
    Ledger ledger = new Ledger(List.of("site heute", "site morgen"));
    Runnable failing =
        () -> {
          throw new SiteException("undo", "");
        };

    assertThrows(SiteException.class, () -> ledger.replaceWhole("site heute", failing, () -> true));
    assertThrows(
        SiteException.class, () -> ledger.replaceWhole("site morgen", failing, () -> false));

    assertTrue(ledger.isHalfReplaced("site heute"));
    assertFalse(ledger.isHalfReplaced("site morgen"));
  }
}
