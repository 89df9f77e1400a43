package org.mkbackup.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/** Accounts, mount table and mounts of a machine that is not there. */
public final class InMemorySiteAccounts implements SiteAccounts {
  private static final int FIRST_NUMBER = 900;
  private final Map<SiteName, Account> accounts = new HashMap<>();
  private final Map<SiteName, String> lines = new LinkedHashMap<>();
  private final Set<SiteName> mounted = new HashSet<>();
  private final Set<SiteName> unfinished = new HashSet<>();
  private final Set<SiteName> inUse = new HashSet<>();

  /** The lines of the mount table that were added, in their order. */
  public List<String> mountTable() {
    return new ArrayList<>(lines.values());
  }

  /** Mounts something at a site's {@code tmp}. */
  public void mountTmpfs(SiteName site) {
    mounted.add(site);
  }

  public boolean isMounted(SiteName site) {
    return mounted.contains(site);
  }

  /** Whether what is mounted at a site's {@code tmp} is in use, and can't be unmounted. */
  public void setInUse(SiteName site, boolean used) {
    if (used) {
      inUse.add(site);
    } else {
      inUse.remove(site);
    }
  }

  @Override
  public Optional<Account> find(SiteName site) {
    return Optional.ofNullable(accounts.get(site));
  }

  @Override
  public Standing standing(SiteName site) {
    if (!accounts.containsKey(site)) {
      return Standing.FREE;
    }
    return unfinished.contains(site) ? Standing.LEFT_OVER : Standing.TAKEN;
  }

  @Override
  public Account create(SiteName site, OptionalInt uid, OptionalInt gid) {
    if (accounts.containsKey(site)) {
      throw new SiteException("The name '" + site + "' is taken", "Choose another");
    }
    Account account =
        new Account(number("UID", uid, Account::uid), number("GID", gid, Account::gid));
    accounts.put(site, account);
    unfinished.add(site);
    return account;
  }

  private int number(String kind, OptionalInt wanted, ToIntFunction<Account> kept) {
    List<Integer> taken = accounts.values().stream().map(kept::applyAsInt).toList();
    if (wanted.isPresent() && taken.contains(wanted.getAsInt())) {
      throw new SiteException(kind + " " + wanted.getAsInt() + " is taken", "Choose another");
    }
    return wanted.orElseGet(
        () -> taken.stream().mapToInt(Integer::intValue).max().orElse(FIRST_NUMBER) + 1);
  }

  @Override
  public void remove(SiteName site) {
    accounts.remove(site);
    unfinished.remove(site);
  }

  @Override
  public void keep(SiteName site) {
    unfinished.remove(site);
  }

  @Override
  public void addTmpfs(SiteName site, Optional<String> size) {
    String limit = size.map(InMemorySiteAccounts::checked).map(s -> ",size=" + s).orElse("");
    lines.putIfAbsent(
        site,
        String.format(
            "tmpfs  /omd/sites/%s/tmp tmpfs noauto,user,mode=751,uid=%s,gid=%s%s 0 0",
            site, site, site, limit));
  }

  private static String checked(String size) {
    if (!size.matches("[0-9]+[kmgKMG%]?")) {
      throw new SiteException("'" + size + "' is no size of a tmpfs", "Write it as in 500M");
    }
    return size;
  }

  @Override
  public void removeTmpfs(SiteName site) {
    lines.remove(site);
  }

  @Override
  public void unmountTmpfs(SiteName site) {
    if (inUse.contains(site)) {
      throw new SiteException(
          "/omd/sites/" + site + "/tmp is in use", "End what uses it, and try again");
    }
    mounted.remove(site);
  }
}
