package org.mkbackup.application.site;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Makes the account of a site that isn't there yet, and takes it away if nothing comes of it. */
final class NewSite {

  /** What the system is to know of it. */
  record Account(OptionalInt uid, OptionalInt gid, Optional<String> tmpfsSize) {}

  private final SiteAccounts accounts;

  NewSite(SiteAccounts accounts) {
    this.accounts = accounts;
  }

  /** Refuses a name that is in use; what a killed restore left of it is removed. */
  void requireFree(SiteTree site, RunLog log) {
    if (Files.exists(site.home(), LinkOption.NOFOLLOW_LINKS)) {
      throw new SiteException(
          "Site " + site.name() + " is there already",
          "Restore under another name, or replace it with --reuse");
    }
    switch (accounts.standing(site.name())) {
      case FREE -> {}
      case TAKEN ->
          throw new SiteException(
              "There is a user or a group '" + site.name() + "' already",
              "Restore under another name, or remove that account first");
      case LEFT_OVER -> {
        log.info("Removing the account that a killed restore of site " + site.name() + " left");
        accounts.removeTmpfs(site.name());
        accounts.remove(site.name());
      }
    }
  }

  /** Makes the account, and has the site filled; from then on it stands, whatever fails. */
  <T> T create(SiteName site, Account account, RunLog log, Supplier<T> fill) {
    accounts.create(site, account.uid(), account.gid());
    T filled;
    try {
      accounts.addTmpfs(site, account.tmpfsSize());
      filled = fill.get();
    } catch (RuntimeException | Error failure) {
      Uninterrupted.run(() -> takeBack(site, failure));
      throw failure;
    }
    keep(accounts, site, log);
    return filled;
  }

  /** A note that stays is no failure of a site that was restored. */
  static void keep(SiteAccounts accounts, SiteName site, RunLog log) {
    try {
      Uninterrupted.run(() -> accounts.keep(site));
    } catch (SiteException e) {
      log.warn("Site " + site + " was restored, but: " + e.getMessage());
    }
  }

  private void takeBack(SiteName site, Throwable failure) {
    for (Runnable step :
        new Runnable[] {() -> accounts.removeTmpfs(site), () -> accounts.remove(site)}) {
      try {
        step.run();
      } catch (SiteException e) {
        failure.addSuppressed(e);
      }
    }
  }
}
