package org.mkbackup.launcher.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;

class HostReaderTest {
  @Test
  void theUserChoosesTheContext() {
    assertEquals(Context.SYSTEM, HostReader.read(Map.of(), true).context());
    assertEquals(Context.SITE, HostReader.read(Map.of(), false).context());
  }

  @Test
  void theEnvironmentOverridesTheUser() {
    assertEquals(Context.SITE, HostReader.read(Map.of("MKBACKUP_CONTEXT", "site"), true).context());
    assertThrows(
        UsageException.class, () -> HostReader.read(Map.of("MKBACKUP_CONTEXT", "both"), true));
  }

  @Test
  void theSystemRootStandsBeforeSystemPaths() {
    Host host = HostReader.read(Map.of("MKBACKUP_SYSTEM_ROOT", "/tmp/r"), true);

    assertTrue(host.isRelocated());
    assertEquals(Path.of("/tmp/r/etc/cma"), host.path("/etc/cma"));
    assertFalse(HostReader.read(Map.of(), true).isRelocated());
  }

  @Test
  void theSitesRootMayBeGivenWithOrWithoutTheSystemRoot() {
    for (String home : new String[] {"/omd/sites/heute", "/tmp/r/omd/sites/heute"}) {
      Host host =
          HostReader.read(
              Map.of("MKBACKUP_SYSTEM_ROOT", "/tmp/r", "OMD_SITE", "heute", "OMD_ROOT", home),
              false);

      assertEquals(Path.of("/tmp/r/omd/sites/heute"), host.requireOwnSite().home(), home);
    }
  }

  @Test
  void aSystemRootMustBeAbsolute() {
    assertThrows(
        UsageException.class, () -> HostReader.read(Map.of("MKBACKUP_SYSTEM_ROOT", "r"), false));
  }

  @Test
  void rootHasNoSiteOfItsOwn() {
    assertEquals(Optional.empty(), HostReader.read(Map.of("OMD_SITE", "heute"), true).ownSite());
  }
}
