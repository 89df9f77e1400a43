package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.site.SiteTree;
import org.mockito.InOrder;

/** What root puts in order before it restores a site. */
class RestoreSiteTest extends ReplaceSiteTrial {
  private RestoreLock lock;
  private SiteTree site;
  private RestoreSite restore;

  @BeforeEach
  void aSiteThatIsThere() throws IOException {
    Host host = new Host(sites, Context.SYSTEM, "h", Optional.empty(), Optional.empty());
    Files.createDirectories(host.version(HEAD.version()));
    site = host.site(SITE);
    Files.createDirectories(site.home());
    lock = new RestoreLock(host, new InMemoryRunLock());
    restore =
        new RestoreSite(
            host,
            archiver,
            lock,
            new RecoverSite(home, control, accounts, lock),
            new Steps(control, accounts, home, work, owner));
    when(home.recover(any(), any())).thenReturn(SiteHome.Recovery.NOTHING);
    when(accounts.standing(SITE)).thenReturn(SiteAccounts.Standing.FREE);
    when(source.place()).thenReturn(Optional.empty());
    when(source.canBeReadAgain()).thenReturn(true);
    when(source.open()).thenAnswer(call -> new ByteArrayInputStream(new byte[16]));
  }

  private void restore(boolean reuse, boolean inPlace) {
    restore.run(
        new RestoreSite.Command(
            Optional.of(SITE),
            reuse,
            true,
            ConflictPolicy.ABORT,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            inPlace,
            false),
        source,
        OBSERVER);
  }

  @Test
  void whatTheSitesUserLeftHalfDoneIsPutInOrderBeforeAnythingIsReplaced() {
    restore(true, true);

    InOrder order = inOrder(home, work, control);
    order.verify(home).recover(site, OBSERVER);
    order.verify(work).recover(site, OBSERVER);
    order.verify(control).stop(SITE);
    order.verify(work).beginInPlace(site.home());
  }

  @Test
  void aSiteThatCantBePutInOrderIsNotReplacedAndNotLocked() {
    doThrow(new SiteException("damaged", "")).when(work).recover(any(), any());

    assertThrows(SiteException.class, () -> restore(true, true));

    verify(work, never()).beginInPlace(any());
    lock.take(site).close();
  }

  @Test
  void nothingIsLookedForInASiteThatIsNotThereYet() throws IOException {
    Files.delete(site.home());

    restore(false, false);

    verify(work, never()).recover(any(), any());
  }
}
