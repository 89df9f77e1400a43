package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/** The accounts, mount table and mounts of this machine. */
final class SystemSiteAccounts implements SiteAccounts {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Path PROC = Path.of("/proc");
  private final Host host;
  private final UserDatabase users;
  private final UnfinishedSites unfinished;
  private final MountTable table;
  private final TmpfsMount mount;

  SystemSiteAccounts(
      Host host,
      UserDatabase users,
      UnfinishedSites unfinished,
      MountTable table,
      TmpfsMount mount) {
    this.host = host;
    this.users = users;
    this.unfinished = unfinished;
    this.table = table;
    this.mount = mount;
  }

  static SystemSiteAccounts of(Host host) {
    Commands commands = new SystemCommands(LIMIT);
    return new SystemSiteAccounts(
        host,
        new UserDatabase(commands),
        new UnfinishedSites(host.path("/var/lib/mkbackup/new-sites")),
        new MountTable(host.path("/etc/fstab"), host.path("/run/mkbackup-fstab.lock")),
        new TmpfsMount(
            commands, new MountedFileSystems(PROC.resolve("self/mountinfo")), new OpenFiles(PROC)));
  }

  @Override
  public Optional<Account> find(SiteName site) {
    return users.find(site);
  }

  @Override
  public Standing standing(SiteName site) {
    if (!users.isTaken(site)) {
      return Standing.FREE;
    }
    return unfinished.isNoted(site) && users.isOfNobodyElse(site) && hasNoFiles(site)
        ? Standing.LEFT_OVER
        : Standing.TAKEN;
  }

  private boolean hasNoFiles(SiteName site) {
    Path home = host.site(site).home();
    if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(home)) {
      return !entries.iterator().hasNext();
    } catch (IOException unknown) {
      return false;
    }
  }

  @Override
  public Account create(SiteName site, OptionalInt uid, OptionalInt gid) {
    users.checkFree(site);
    unfinished.note(site);
    try {
      return users.create(site, uid, gid);
    } catch (SiteException failure) {
      if (!users.isTaken(site)) {
        unfinished.forget(site);
      }
      throw failure;
    }
  }

  @Override
  public void keep(SiteName site) {
    unfinished.forget(site);
  }

  @Override
  public void remove(SiteName site) {
    users.remove(site);
    if (unfinished.isNoted(site)) {
      users.removeGroup(site);
      unfinished.forget(site);
    }
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
