package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteTrees;

class ProvidersTest {
  private static final Host HOST =
      new Host(Path.of("/"), Context.SYSTEM, "host", Optional.empty(), Optional.empty());

  @Test
  void areFoundByTheServiceLoader() {
    Set<String> found =
        ServiceLoader.load(AdapterProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .map(provider -> provider.port().getName() + " " + provider.id())
            .collect(Collectors.toSet());

    assertEquals(
        Set.of(
            SiteHome.Factory.class.getName() + " whole",
            SiteHome.Factory.class.getName() + " entries",
            SiteTrees.class.getName() + " in-process"),
        found);
  }

  @Test
  void makeWhatTheyOffer() {
    SiteTrees trees = new InProcessSiteTreesProvider().create(HOST);

    assertInstanceOf(InProcessSiteTrees.class, trees);
    assertInstanceOf(WholeSiteHome.class, new WholeSiteHomeProvider().create(HOST).create(trees));
    assertInstanceOf(
        EntriesSiteHome.class, new EntriesSiteHomeProvider().create(HOST).create(trees));
  }
}
