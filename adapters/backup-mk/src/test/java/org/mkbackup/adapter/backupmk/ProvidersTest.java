package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.KeyRing;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.target.TargetId;

class ProvidersTest {
  private static final String CONFIGURATION =
      "{'jobs': {'%1$s': {'target': '%1$s'}}, 'targets': {'%1$s': {'path': '/%1$s'}}}";

  @TempDir private Path root;
  private Path home = Path.of("");

  @BeforeEach
  void fillBothContexts() throws IOException {
    home = root.resolve("omd/sites/heute");
    Path site = Files.createDirectories(home.resolve("etc/check_mk"));
    Path system = Files.createDirectories(root.resolve("etc/cma"));
    Files.writeString(site.resolve("backup.mk"), String.format(CONFIGURATION, "own"));
    Files.writeString(system.resolve("backup.conf"), String.format(CONFIGURATION, "system"));
    try (var vector = getClass().getResourceAsStream("/backup_keys.mk")) {
      byte[] keys = Objects.requireNonNull(vector).readAllBytes();
      Files.write(site.resolve("backup_keys.mk"), keys);
      Files.writeString(system.resolve("backup_keys.conf"), "keys = {}\n");
    }
  }

  private Host host(Context context, Optional<SiteTree> site) {
    return new Host(root, context, "host", site, Optional.empty());
  }

  private Host site() {
    return host(Context.SITE, Optional.of(new SiteTree(new SiteName("heute"), home)));
  }

  private static <P> P adapter(Class<P> port, Host host) {
    for (AdapterProvider<?> provider : ServiceLoader.load(AdapterProvider.class)) {
      if (provider.port().equals(port)) {
        assertEquals("backup-mk", provider.id());
        return port.cast(provider.create(host));
      }
    }
    throw new AssertionError("no provider of " + port);
  }

  @Test
  void readsTheFilesOfTheSite() {
    assertEquals(
        List.of("own"),
        adapter(JobRepository.class, site()).all().stream().map(job -> job.id().value()).toList());
    assertEquals(1, adapter(KeyRing.class, site()).keys().size());
    TargetRepository targets = adapter(TargetRepository.class, site());
    assertEquals(2, targets.all().size());
    assertTrue(targets.find(new TargetId("system")).isPresent());
  }

  @Test
  void readsTheFilesOfTheSystem() {
    Host host = host(Context.SYSTEM, Optional.empty());
    assertTrue(adapter(JobRepository.class, host).find(new JobId("system")).isPresent());
    assertEquals(List.of(), adapter(KeyRing.class, host).keys());
    TargetRepository targets = adapter(TargetRepository.class, host);
    assertEquals(1, targets.all().size());
    assertTrue(targets.find(new TargetId("system")).isPresent());
  }

  @Test
  void asksForTheSiteThatIsMissing() {
    Host nowhere = host(Context.SITE, Optional.empty());
    assertThrows(UsageException.class, () -> adapter(JobRepository.class, nowhere));
  }
}
