package org.mkbackup.application.appliance;

import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.contract.InMemorySiteAccounts;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/** Accounts of sites, noting what is changed. */
final class RecordedAccounts implements SiteAccounts {
  private final Calls calls;
  private final InMemorySiteAccounts accounts = new InMemorySiteAccounts();

  RecordedAccounts(Calls calls) {
    this.calls = calls;
  }

  @Override
  public Optional<Account> find(SiteName site) {
    return accounts.find(site);
  }

  @Override
  public Standing standing(SiteName site) {
    return accounts.standing(site);
  }

  @Override
  public void keep(SiteName site) {
    accounts.keep(site);
  }

  @Override
  public Account create(SiteName site, OptionalInt uid, OptionalInt gid) {
    calls.add("make user " + site);
    return accounts.create(site, uid, gid);
  }

  @Override
  public void remove(SiteName site) {
    accounts.remove(site);
  }

  @Override
  public void addTmpfs(SiteName site, Optional<String> size) {
    accounts.addTmpfs(site, size);
  }

  @Override
  public void removeTmpfs(SiteName site) {
    accounts.removeTmpfs(site);
  }

  @Override
  public void unmountTmpfs(SiteName site) {
    calls.add("free tmp of " + site);
    accounts.unmountTmpfs(site);
  }
}
