package org.mkbackup.application.site;

import java.nio.file.Path;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.site.SiteName;

/**
 * What a restore is made of.
 *
 * @param home swaps whole trees for root, entries for a site's user
 * @param work touches the files, with the rights of the site's user
 */
public record Steps(
    SiteControl control, SiteAccounts accounts, SiteHome home, SiteWork work, StageOwner owner) {

  /** Gives the directory that a tree is to grow in to the site's user. */
  public interface StageOwner {
    /** Does nothing where this process is the site user's. */
    void own(Path directory, SiteName site);
  }
}
