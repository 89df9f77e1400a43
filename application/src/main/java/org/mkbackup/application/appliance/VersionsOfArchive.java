package org.mkbackup.application.appliance;

import java.util.HashSet;
import java.util.Set;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.site.SiteVersion;

/** Passes on how far a check is, and notes which versions of Checkmk the archive has. */
final class VersionsOfArchive implements RunObserver {
  private static final String PREFIX = "omd/versions/";

  private final RunObserver watcher;
  private final Set<SiteVersion> versions = new HashSet<>();

  VersionsOfArchive(RunObserver watcher) {
    this.watcher = watcher;
  }

  Set<SiteVersion> versions() {
    return versions;
  }

  @Override
  public void at(String member) {
    watcher.at(member);
    String below = member.startsWith(PREFIX) ? member.substring(PREFIX.length()) : "";
    int end = below.indexOf('/');
    String name = end < 0 ? below : below.substring(0, end);
    if (SiteVersion.isLegal(name)) {
      versions.add(new SiteVersion(name));
    }
  }

  @Override
  public void advanced(long bytes) {
    watcher.advanced(bytes);
  }

  @Override
  public void info(String line) {
    watcher.info(line);
  }

  @Override
  public void warn(String line) {
    watcher.warn(line);
  }

  @Override
  public void verbose(String line) {
    watcher.verbose(line);
  }
}
