package org.mkbackup.domain.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;

class SystemCommandTest {

  @Test
  void isNamedByItsWholePath() {
    assertTrue(SystemCommand.find("sh", "dash").matches("(/usr)?/bin/sh"));
  }

  @Test
  void isMissedWithThePackageThatHasIt() {
    SiteException missing =
        assertThrows(SiteException.class, () -> SystemCommand.find("no-such-command", "nothing"));
    assertTrue(missing.what().contains("no-such-command"), missing::what);
    assertEquals("Install nothing", missing.hint());
  }

  @Test
  void getsNothingSecret() {
    assertEquals(2, SystemCommand.environment().size());
  }
}
