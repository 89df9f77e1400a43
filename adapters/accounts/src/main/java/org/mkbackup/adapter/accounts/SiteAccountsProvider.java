package org.mkbackup.adapter.accounts;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;

/** Offers the accounts of this machine or, in a relocated root, none. */
public final class SiteAccountsProvider implements AdapterProvider<SiteAccounts> {

  @Override
  public String id() {
    return "accounts";
  }

  @Override
  public Class<SiteAccounts> port() {
    return SiteAccounts.class;
  }

  @Override
  public SiteAccounts create(Host host) {
    return host.isRelocated() ? new RelocatedSiteAccounts(host) : SystemSiteAccounts.of(host);
  }
}
