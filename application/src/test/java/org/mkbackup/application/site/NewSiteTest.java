package org.mkbackup.application.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteAccounts.Standing;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mockito.InOrder;

class NewSiteTest {
  private static final SiteName SITE = new SiteName("morgen");
  private static final NewSite.Account ACCOUNT =
      new NewSite.Account(OptionalInt.of(1234), OptionalInt.empty(), Optional.of("500M"));

  @TempDir Path sites;
  private final SiteAccounts accounts = mock();
  private final NewSite newSite = new NewSite(accounts);
  private final RunLogLines log = new RunLogLines();

  @Test
  void makesAccountAndMountLineBeforeTheSiteIsFilled() {
    String result =
        newSite.create(
            SITE,
            ACCOUNT,
            log,
            () -> {
              InOrder order = inOrder(accounts);
              order.verify(accounts).create(SITE, OptionalInt.of(1234), OptionalInt.empty());
              order.verify(accounts).addTmpfs(SITE, Optional.of("500M"));
              return "filled";
            });

    assertEquals("filled", result);
    verify(accounts, never()).remove(SITE);
  }

  @Test
  void takesBothAwayWhenTheSiteCantBeFilled() {
    SiteException failure = new SiteException("disk full", "");

    assertSame(failure, assertThrows(SiteException.class, () -> failing(failure)));

    InOrder order = inOrder(accounts);
    order.verify(accounts).removeTmpfs(SITE);
    order.verify(accounts).remove(SITE);
  }

  @Test
  void takesTheAccountAwayEvenIfTheMountLineStays() {
    SiteException failure = new SiteException("disk full", "");
    doThrow(new SiteException("read-only", "")).when(accounts).removeTmpfs(SITE);

    assertThrows(SiteException.class, () -> failing(failure));

    verify(accounts).remove(SITE);
    assertEquals(1, failure.getSuppressed().length);
  }

  @Test
  void refusesANameWhoseUserExists() {
    when(accounts.standing(SITE)).thenReturn(Standing.TAKEN);

    assertThrows(SiteException.class, () -> requireFree());
  }

  @Test
  void refusesANameWhoseHomeExists() throws IOException {
    Files.createDirectory(sites.resolve("morgen"));

    assertThrows(SiteException.class, () -> requireFree());
  }

  @Test
  void acceptsAFreeName() {
    when(accounts.standing(SITE)).thenReturn(Standing.FREE);
    requireFree();
    verify(accounts, never()).remove(SITE);
  }

  @Test
  void removesWhatAKilledRestoreLeft() {
    when(accounts.standing(SITE)).thenReturn(Standing.LEFT_OVER);
    requireFree();
    InOrder order = inOrder(accounts);
    order.verify(accounts).removeTmpfs(SITE);
    order.verify(accounts).remove(SITE);
  }

  @Test
  void keepsTheAccountOnceTheSiteIsFilled() {
    newSite.create(SITE, ACCOUNT, log, () -> "filled");
    verify(accounts).keep(SITE);
  }

  @Test
  void takesNothingAwayFromASiteThatStandsAndWarns() {
    doThrow(new SiteException("read-only", "")).when(accounts).keep(SITE);
    assertEquals("filled", newSite.create(SITE, ACCOUNT, log, () -> "filled"));
    verify(accounts, never()).remove(SITE);
    assertEquals(List.of("Site morgen was restored, but: read-only."), log.warnings());
  }

  private void requireFree() {
    newSite.requireFree(tree(), RunLog.silent());
  }

  private SiteTree tree() {
    return new SiteTree(SITE, sites.resolve("morgen"));
  }

  private String failing(SiteException failure) {
    return newSite.create(
        SITE,
        ACCOUNT,
        log,
        () -> {
          throw failure;
        });
  }
}
