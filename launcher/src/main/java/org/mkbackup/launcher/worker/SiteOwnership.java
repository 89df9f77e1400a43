package org.mkbackup.launcher.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.mkbackup.application.site.Steps;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.site.SiteName;

/**
 * Gives an empty directory that root has just made, in a directory that only root can write to, to
 * the site's user.
 */
public final class SiteOwnership implements Steps.StageOwner {
  private final SiteAccounts accounts;

  public SiteOwnership(SiteAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void own(Path directory, SiteName site) {
    SiteAccounts.Account account = SiteUserProcess.accountOf(accounts, site);
    try {
      Files.setAttribute(directory, "unix:gid", account.gid(), LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(directory, "unix:uid", account.uid(), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new SiteException(
          "Can't give " + directory + " to the user of site " + site + ": " + e.getMessage(),
          "",
          e);
    }
  }
}
