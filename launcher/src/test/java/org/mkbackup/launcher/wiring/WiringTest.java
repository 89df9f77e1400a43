package org.mkbackup.launcher.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Binding;
import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.application.site.SiteWork;
import org.mkbackup.domain.host.Host;
import org.mkbackup.launcher.console.StopSignal;
import org.mkbackup.launcher.worker.SiteUserWork;

/** Builds the real injector with the real adapters. */
class WiringTest {
  @TempDir Path root;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectories(root.resolve("omd/sites/heute"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "system"})
  void givesEveryThingThatIsBound(String context) {
    Injector injector = wiring(root, context).injector();

    for (Binding<?> binding : injector.getBindings().values()) {
      assertNotNull(injector.getInstance(binding.getKey()), binding.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "system"})
  void touchesNothingOutside(String context) throws IOException {
    Injector injector = wiring(root, context).injector();
    injector.getBindings().keySet().forEach(injector::getInstance);

    try (Stream<Path> files = Files.walk(root)) {
      assertEquals(4, files.count());
    }
  }

  @Test
  void rootReachesIntoSitesByAChildOnly() {
    SiteWork work = wiring(Path.of("/"), "system").get(SiteWork.class);

    assertTrue(work instanceof SiteUserWork, work.getClass().toString());
  }

  private static Wiring wiring(Path root, String context) {
    Map<String, String> environment =
        Map.of(
            "MKBACKUP_SYSTEM_ROOT",
            root.toString(),
            "MKBACKUP_CONTEXT",
            context,
            "OMD_SITE",
            "heute");
    Host host = HostReader.read(environment, true);
    return Wiring.of(host, environment, new StopSignal());
  }
}
