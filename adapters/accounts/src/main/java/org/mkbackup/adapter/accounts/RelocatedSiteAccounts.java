package org.mkbackup.adapter.accounts;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/**
 * Sites below another root: no accounts are made, nothing is mounted, and every change succeeds by
 * doing nothing. All sites belong to who runs this program, and a name is taken when there is a
 * home of that name.
 */
final class RelocatedSiteAccounts implements SiteAccounts {
  private final Host host;

  RelocatedSiteAccounts(Host host) {
    this.host = host;
  }

  @Override
  public Optional<Account> find(SiteName site) {
    return Optional.of(ProcessOwner.current());
  }

  @Override
  public Standing standing(SiteName site) {
    return Files.exists(host.site(site).home(), LinkOption.NOFOLLOW_LINKS)
        ? Standing.TAKEN
        : Standing.FREE;
  }

  @Override
  public Account create(SiteName site, OptionalInt uid, OptionalInt gid) {
    return ProcessOwner.current();
  }

  @Override
  public void keep(SiteName site) {}

  @Override
  public void remove(SiteName site) {}

  @Override
  public void addTmpfs(SiteName site, Optional<String> size) {
    size.ifPresent(TmpfsSize::new);
  }

  @Override
  public void removeTmpfs(SiteName site) {}

  @Override
  public void unmountTmpfs(SiteName site) {}
}
