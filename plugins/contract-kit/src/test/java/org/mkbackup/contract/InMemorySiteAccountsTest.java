package org.mkbackup.contract;

import java.util.List;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

class InMemorySiteAccountsTest extends SiteAccountsContract {
  private final InMemorySiteAccounts accounts = new InMemorySiteAccounts();

  @Override
  protected SiteAccounts accounts() {
    return accounts;
  }

  @Override
  protected List<String> mountTable() {
    return accounts.mountTable();
  }

  @Override
  protected void mountTmpfs(SiteName site) {
    accounts.mountTmpfs(site);
  }

  @Override
  protected boolean isMounted(SiteName site) {
    return accounts.isMounted(site);
  }

  @Override
  protected InUse use(SiteName site) {
    accounts.setInUse(site, true);
    return () -> accounts.setInUse(site, false);
  }
}
