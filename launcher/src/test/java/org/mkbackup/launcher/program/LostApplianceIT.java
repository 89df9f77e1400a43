package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.PrivateRoot;

/** An appliance with two sites, the real cron, a mounted target and the real syslog. */
class LostApplianceIT {
  private static final Duration LIMIT = Duration.ofMinutes(6);
  @TempDir Path temp;

  @BeforeAll
  static void asRoot() {
    PrivateRoot.assumePossible("Cron, syslog and the mounted target of an appliance");
  }

  @Test
  void anApplianceThatCronBackedUpComesBackAfterItWasLost()
      throws IOException, InterruptedException {
    ApplianceRoot cma = ApplianceRoot.in(temp);
    Files.delete(cma.path("etc/cma/backup.conf"));
    Path script = temp.resolve("lost-appliance.sh");
    try (InputStream text = LostApplianceIT.class.getResourceAsStream("lost-appliance.sh")) {
      Files.copy(Objects.requireNonNull(text), script);
    }

    PrivateRoot.Result result =
        PrivateRoot.sharing(temp)
            .run(
                List.of(
                    "/bin/sh",
                    script.toString(),
                    Program.HOME.toString(),
                    cma.root().path().toString()),
                Map.of(),
                LIMIT);

    assertEquals(0, result.exitCode(), result::toString);
    assertTrue(result.output().contains("Backup-ID:    Check_MK_Appliance-"), result::output);
    assertTrue(cma.root().isRunning("heute"));
  }
}
