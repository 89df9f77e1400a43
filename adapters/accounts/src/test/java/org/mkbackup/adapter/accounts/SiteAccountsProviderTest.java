package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.port.SiteAccounts;

class SiteAccountsProviderTest {

  @Test
  void isFoundByTheServiceLoader() {
    AdapterProvider<?> found = ServiceLoader.load(AdapterProvider.class).findFirst().orElseThrow();
    assertEquals("accounts", found.id());
    assertEquals(SiteAccounts.class, found.port());
  }
}
