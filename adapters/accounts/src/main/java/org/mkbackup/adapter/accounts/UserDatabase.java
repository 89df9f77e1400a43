package org.mkbackup.adapter.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts.Account;
import org.mkbackup.domain.site.SiteName;

/** Users and groups, local ones and those of a directory service, by way of {@code getent}. */
final class UserDatabase {
  private static final String ALL_SITES = "omd";
  private static final int NOT_FOUND = 2;
  private static final int UID = 2;
  private static final int GID = 3;
  private static final int HOME = 5;
  private final Commands commands;

  UserDatabase(Commands commands) {
    this.commands = commands;
  }

  Optional<Account> find(SiteName site) {
    return entry("passwd", site.value()).map(UserDatabase::account);
  }

  boolean isTaken(SiteName site) {
    return hasUser(site) || hasGroup(site.value());
  }

  /** Makes group and user; the group that all sites are in as well, where Checkmk didn't. */
  Account create(SiteName site, OptionalInt uid, OptionalInt gid) {
    checkFree(site);
    if (!hasGroup(ALL_SITES)) {
      makeGroup(ALL_SITES, OptionalInt.empty());
    }
    makeGroup(site.value(), gid);
    try {
      makeUser(site, uid);
      return find(site)
          .orElseThrow(
              () ->
                  new SiteException(
                      "The user of site '" + site + "' was made but is not found",
                      "See 'passwd' in /etc/nsswitch.conf"));
    } catch (SiteException failure) {
      undo(site, failure);
      throw failure;
    }
  }

  void checkFree(SiteName site) {
    if (hasUser(site)) {
      throw new SiteException(
          "There is a user '" + site + "' already",
          "Choose another name, or use --reuse if it is the site's");
    }
    if (hasGroup(site.value())) {
      throw new SiteException(
          "There is a group '" + site + "' already, though no such user",
          "Choose another name, or remove it with 'groupdel " + site + "' if nobody needs it");
    }
  }

  private void makeGroup(String name, OptionalInt gid) {
    List<String> line = new ArrayList<>(List.of("groupadd", "-r"));
    gid.ifPresent(number -> line.addAll(List.of("-g", Integer.toString(number))));
    line.add(name);
    run(line, "The group '" + name + "' can't be made");
  }

  private void makeUser(SiteName site, OptionalInt uid) {
    List<String> line = new ArrayList<>(List.of("useradd", "-r"));
    line.addAll(List.of("-d", "/omd/sites/" + site, "-c", "OMD site " + site));
    line.addAll(List.of("-g", site.value(), "-G", ALL_SITES, "-s", "/bin/bash"));
    uid.ifPresent(number -> line.addAll(List.of("-u", Integer.toString(number))));
    line.add(site.value());
    run(line, "The user '" + site + "' can't be made");
  }

  private void undo(SiteName site, SiteException failure) {
    try {
      if (hasUser(site)) {
        run(List.of("userdel", site.value()), "The user '" + site + "' can't be removed");
      }
      removeGroup(site);
    } catch (SiteException second) {
      failure.addSuppressed(second);
    }
  }

  /** Removes a user that is a site's, and its group. */
  void remove(SiteName site) {
    Optional<List<String>> user = entry("passwd", site.value());
    if (user.isEmpty()) {
      return;
    }
    String home = user.get().get(HOME);
    if (!home.endsWith("/omd/sites/" + site)) {
      throw new SiteException(
          "The user '" + site + "' is not removed: its home is " + home + ", which is no site's",
          "Remove it by hand, if it is to go");
    }
    run(List.of("userdel", site.value()), "The user '" + site + "' can't be removed");
    removeGroup(site);
  }

  /** Whether there is no user of that name but one whose home is the site's. */
  boolean isOfNobodyElse(SiteName site) {
    return entry("passwd", site.value())
        .filter(user -> !user.get(HOME).endsWith("/omd/sites/" + site))
        .isEmpty();
  }

  /* Most systems have userdel remove the group. */
  void removeGroup(SiteName site) {
    if (hasGroup(site.value())) {
      run(List.of("groupdel", site.value()), "The group '" + site + "' can't be removed");
    }
  }

  private void run(List<String> line, String failure) {
    Commands.Outcome outcome = commands.run(line);
    if (!outcome.isGood()) {
      throw new SiteException(
          failure + ": " + outcome.reason(), "The command was '" + String.join(" ", line) + "'");
    }
  }

  private boolean hasUser(SiteName site) {
    return entry("passwd", site.value()).isPresent();
  }

  private boolean hasGroup(String name) {
    return entry("group", name).isPresent();
  }

  private Optional<List<String>> entry(String database, String name) {
    Commands.Outcome outcome = commands.run(List.of("getent", database, name));
    if (outcome.exitCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (!outcome.isGood()) {
      throw new SiteException(
          "'" + name + "' can't be looked up in " + database + ": " + outcome.reason(),
          "Try 'getent " + database + " " + name + "'");
    }
    return Optional.of(List.of(outcome.output().strip().split(":", -1)));
  }

  private static Account account(List<String> fields) {
    try {
      return new Account(Integer.parseInt(fields.get(UID)), Integer.parseInt(fields.get(GID)));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new SiteException(
          "This is no entry of a user: " + String.join(":", fields), "Try 'getent passwd'", e);
    }
  }
}
