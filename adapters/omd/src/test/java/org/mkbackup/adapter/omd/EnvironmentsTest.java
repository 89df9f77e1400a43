package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "MKBACKUP_PASSPHRASE",
              "lala",
              "MKBACKUP_MOUNT_PASSWORD",
              "lulu",
              "OMD_SITE",
              "heute",
              "LD_PRELOAD",
              "/tmp/x.so"));

  @Test
  void keepsSecretsFromTheSitesDaemons() {
    Environments.ofUser(environment);

    assertEquals(Set.of("OMD_SITE", "LD_PRELOAD"), environment.keySet());
  }

  @Test
  void keepsEverythingFromWhatRootRuns() {
    Environments.ofRoot(environment);

    assertEquals(Set.of("PATH", "HOME", "LANG"), environment.keySet());
  }
}
