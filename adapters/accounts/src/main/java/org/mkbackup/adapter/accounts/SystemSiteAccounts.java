package org.mkbackup.adapter.accounts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/** The accounts, mount table and mounts of this machine. */
final class SystemSiteAccounts implements SiteAccounts {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Path PROC = Path.of("/proc");
  private final Host host;
  private final UserDatabase users;
  private final MountTable table;
  private final TmpfsMount mount;

  SystemSiteAccounts(Host host, UserDatabase users, MountTable table, TmpfsMount mount) {
    this.host = host;
    this.users = users;
    this.table = table;
    this.mount = mount;
  }

  static SystemSiteAccounts of(Host host) {
    Commands commands = new SystemCommands(LIMIT);
    return new SystemSiteAccounts(
        host,
        new UserDatabase(commands),
        new MountTable(host.path("/etc/fstab"), host.path("/run/mkbackup-fstab.lock")),
        new TmpfsMount(
            commands, new MountedFileSystems(PROC.resolve("self/mountinfo")), new OpenFiles(PROC)));
  }

  @Override
  public Optional<Account> find(SiteName site) {
    return users.find(site);
  }

  @Override
  public boolean isTaken(SiteName site) {
    return users.isTaken(site);
  }

  @Override
  public Account create(SiteName site, OptionalInt uid, OptionalInt gid) {
    return users.create(site, uid, gid);
  }

  @Override
  public void remove(SiteName site) {
    users.remove(site);
  }

  @Override
  public void addTmpfs(SiteName site, Optional<String> size) {
    Optional<TmpfsSize> limit = size.map(TmpfsSize::new);
    TmpPath tmp = TmpPath.of(host.site(site));
    table.add(tmp.rawNames(), tmp.line(site, limit));
  }

  @Override
  public void removeTmpfs(SiteName site) {
    table.remove(TmpPath.of(host.site(site)).rawNames());
  }

  @Override
  public void unmountTmpfs(SiteName site) {
    TmpPath tmp = TmpPath.of(host.site(site));
    mount.unmount(site, tmp, users.find(site));
  }
}
