package org.mkbackup.application.job;

import java.nio.file.Path;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.host.Host;

/** Where an appliance keeps what its backups hold. */
public final class ApplianceContent {
  private ApplianceContent() {}

  /** Whether a path lies in what is backed up and replaced; mounts in {@code /rw/mnt} don't. */
  public static boolean includes(Host host, Path path) {
    return SiteFiles.isInside(path, host.path("/omd"))
        || (SiteFiles.isInside(path, host.path("/rw"))
            && !SiteFiles.isInside(path, host.path("/rw/mnt")));
  }
}
