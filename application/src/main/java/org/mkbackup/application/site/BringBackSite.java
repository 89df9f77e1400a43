package org.mkbackup.application.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteTree;

/**
 * Restores a site of an appliance, whatever is left of it: what it lacks of user, group, mount line
 * and home is made first.
 */
public final class BringBackSite {
  private final SiteEngines engines;
  private final SiteAccounts accounts;
  private final Steps.StageOwner owner;

  public BringBackSite(SiteEngines engines, Steps steps) {
    this.engines = engines;
    this.accounts = steps.accounts();
    this.owner = steps.owner();
  }

  /**
   * Restores the site under its own name.
   *
   * @param inPlace as {@link RestoreSite.Command#inPlace}
   * @param start whether it is started afterwards
   */
  public void run(
      SiteTree site, ArchiveSource source, boolean inPlace, boolean start, RunObserver observer) {
    if (accounts.find(site.name()).isEmpty()) {
      observer.info("Making the user of site " + site.name());
      accounts.create(site.name(), OptionalInt.empty(), OptionalInt.empty());
    }
    accounts.addTmpfs(site.name(), Optional.empty());
    makeHome(site);
    engines.restore(
        new RestoreSite.Command(
            Optional.of(site.name()),
            true,
            true,
            ConflictPolicy.KEEP_OLD,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            inPlace,
            start),
        source,
        observer);
    NewSite.keep(accounts, site.name(), observer);
  }

  /* An empty one is replaced as any other. */
  private void makeHome(SiteTree site) {
    if (Files.exists(site.home(), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.createDirectories(site.home().resolveSibling(""));
      Files.createDirectory(
          site.home(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    } catch (IOException e) {
      throw new SiteException(
          "The home " + site.home() + " can't be made: " + SystemReason.of(e), "", e);
    }
    owner.own(site.home(), site.name());
  }
}
