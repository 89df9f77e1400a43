package org.mkbackup.domain.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretVariablesTest {

  @Test
  void areTakenOutOfAnEnvironmentAndNothingElseIs() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of("MKBACKUP_PASSPHRASE", "a", "MKBACKUP_MOUNT_PASSWORD", "b", "PATH", "/bin"));

    SecretVariables.removeFrom(environment);

    assertEquals(Map.of("PATH", "/bin"), environment);
  }
}
