package org.mkbackup.adapter.rrdcached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

class RrdcachedProviderTest {
  private final RunLogLines log = new RunLogLines();

  @Test
  void isFoundAndMakesADaemonForItsPort(@TempDir Path directory) {
    AdapterProvider<?> provider =
        ServiceLoader.load(AdapterProvider.class).findFirst().orElseThrow();

    assertEquals("rrdcached", provider.id());
    assertEquals(RrdUpdates.Daemon.class, provider.port());
    connect(provider, directory).close();
    assertTrue(log.warnings().isEmpty());
    assertTrue(log.details().get(0).contains("rrdcached.sock"), () -> "" + log.details());
  }

  @Test
  void saysWhenTheSocketIsOutOfReach(@TempDir Path directory) throws IOException {
    Path home = directory.resolve("x".repeat(100));
    Files.createDirectories(home.resolve("tmp/run"));
    Files.createFile(home.resolve("tmp/run/rrdcached.sock"));

    connect(new RrdcachedProvider(), home).close();

    assertTrue(log.warnings().get(0).contains("longer"), () -> "" + log.warnings());
  }

  private RrdUpdates connect(AdapterProvider<?> provider, Path home) {
    SiteTree site = new SiteTree(new SiteName("heute"), home);
    Host host =
        new Host(Path.of("/"), Context.SITE, "klappspaten", Optional.of(site), Optional.empty());
    return ((RrdUpdates.Daemon) provider.create(host)).connect(site, log);
  }
}
