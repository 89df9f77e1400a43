package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/** What every {@link SiteControl} does. */
public abstract class SiteControlContract {

  /** Long for a site's name, and hardly the name of an account. */
  protected static final SiteName SITE = new SiteName("contract_site");

  protected abstract SiteControl control();

  /** Brings {@link #SITE} into a state. */
  protected abstract void bring(SiteStatus status);

  /** Has stop and start fail from now on, with this as the last line that they say. */
  protected abstract void failCommands(String lastLine);

  /** Has the status be refused from now on, with this as the last line that is said. */
  protected abstract void failStatus(String lastLine);

  @ParameterizedTest
  @EnumSource
  void tellsTheStatus(SiteStatus status) {
    bring(status);

    assertEquals(status, control().status(SITE));
  }

  @ParameterizedTest
  @EnumSource
  void hasStoppedTheSiteWhenStopReturns(SiteStatus before) {
    bring(before);

    control().stop(SITE);

    assertEquals(SiteStatus.STOPPED, control().status(SITE));
  }

  @ParameterizedTest
  @EnumSource
  void hasStartedTheSiteWhenStartReturns(SiteStatus before) {
    bring(before);

    control().start(SITE);

    assertEquals(SiteStatus.RUNNING, control().status(SITE));
  }

  @Test
  void namesTheSiteAndTheLastLineWhenItDoesNotStop() {
    bring(SiteStatus.RUNNING);
    failCommands("Stopping cmc failed");

    var failure = assertThrows(SiteException.class, () -> control().stop(SITE));

    assertNames(failure, "Stopping cmc failed");
    assertEquals(SiteStatus.RUNNING, control().status(SITE));
  }

  @Test
  void namesTheSiteAndTheLastLineWhenItDoesNotStart() {
    bring(SiteStatus.STOPPED);
    failCommands("Address already in use");

    var failure = assertThrows(SiteException.class, () -> control().start(SITE));

    assertNames(failure, "Address already in use");
  }

  @ParameterizedTest
  @EnumSource
  void reloadsTheCrontabAndLeavesTheSiteAsItIs(SiteStatus status) {
    bring(status);

    control().reloadCrontab(SITE);

    assertEquals(status, control().status(SITE));
  }

  @Test
  void namesTheSiteAndTheLastLineWhenTheCrontabIsNotReloaded() {
    bring(SiteStatus.RUNNING);
    failCommands("crontab: permission denied");

    var failure = assertThrows(SiteException.class, () -> control().reloadCrontab(SITE));

    assertNames(failure, "crontab: permission denied");
  }

  @Test
  void doesNotGuessAStatusThatItWasNotTold() {
    bring(SiteStatus.RUNNING);
    failStatus("Permission denied");

    var failure = assertThrows(SiteException.class, () -> control().status(SITE));

    assertNames(failure, "Permission denied");
  }

  @Test
  void hasNothingAgainstASiteWithoutProcesses() {
    assertDoesNotThrow(() -> control().killProcesses(SITE));
  }

  private static void assertNames(SiteException failure, String lastLine) {
    assertTrue(failure.getMessage().contains(SITE.value()), failure.getMessage());
    assertTrue(failure.getMessage().contains(lastLine), failure.getMessage());
  }
}
