package org.mkbackup.domain.port;

import java.util.Optional;
import java.util.OptionalInt;
import org.mkbackup.domain.site.SiteName;

/**
 * What the system knows of sites: users and groups, the mount table. Only root may change it.
 * Failures are {@link org.mkbackup.domain.failure.SiteException}s. In a relocated root nothing of
 * this is done.
 */
public interface SiteAccounts {

  /** A site's user. */
  record Account(int uid, int gid) {}

  /** The user of that name; empty if there is none. */
  Optional<Account> find(SiteName site);

  /** What there is of a name. */
  enum Standing {
    /** Neither user nor group. */
    FREE,
    /** User or group are there: {@link #create} would fail. */
    TAKEN,
    /**
     * The same, but {@link #create} of a process that was killed made them, and no site came of it:
     * for certain, so that they may be removed.
     */
    LEFT_OVER
  }

  Standing standing(SiteName site);

  /**
   * Makes group and user of a site. If half of it fails, the other half is undone. That they are
   * not a site's yet is noted before, out of reach of all but root, until {@link #keep} or {@link
   * #remove}.
   *
   * @param uid the number that the user gets; empty: the system chooses
   * @param gid the number that the group gets; empty: the system chooses
   */
  Account create(SiteName site, OptionalInt uid, OptionalInt gid);

  /** The site of an account that was created is there. Nothing if it was kept before. */
  void keep(SiteName site);

  /** Removes user and group of a site, but not its home. */
  void remove(SiteName site);

  /**
   * Adds the line for the site's {@code tmp} to the mount table, if there is none. The table is
   * replaced atomically.
   *
   * @param size as mount(8) takes it, {@code 500M}; empty: the kernel's default
   */
  void addTmpfs(SiteName site, Optional<String> size);

  /** Removes the line that {@link #addTmpfs} adds. */
  void removeTmpfs(SiteName site);

  /** Takes the site's {@code tmp} out of the file system, if something is mounted there. */
  void unmountTmpfs(SiteName site);
}
