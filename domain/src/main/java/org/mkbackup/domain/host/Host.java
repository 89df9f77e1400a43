package org.mkbackup.domain.host;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/**
 * Where the program finds itself. Every system path that it or an adapter uses is made here, so
 * that all of it can be tried below another root.
 *
 * @param root put before every absolute system path; {@code /} unless it is relocated
 * @param ownSite the site of the site context
 * @param omdCommand the {@code omd} to ask instead of the site's own
 */
public record Host(
    Path root,
    Context context,
    String hostname,
    Optional<SiteTree> ownSite,
    Optional<Path> omdCommand) {

  /** Whether another root is in use: then no accounts are made and nothing is mounted. */
  public boolean isRelocated() {
    return root.getNameCount() > 0;
  }

  /**
   * A system path, below the root.
   *
   * @param absolute as on a machine that isn't relocated: {@code /etc/cma}
   */
  public Path path(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /** A site and its home, whether it is there or not. */
  public SiteTree site(SiteName name) {
    return ownSite
        .filter(own -> own.name().equals(name))
        .orElseGet(() -> new SiteTree(name, path("/omd/sites").resolve(name.value())));
  }

  /** The site of the site context, which must be known. */
  public SiteTree requireOwnSite() {
    return ownSite.orElseThrow(
        () ->
            new UsageException(
                "OMD_SITE and OMD_ROOT don't name a site",
                "Run this as the site's user, as after 'su - SITE'"));
  }

  /** The directory of an installed version, whether it is there or not. */
  public Path version(SiteVersion version) {
    return path("/omd/versions").resolve(version.value());
  }
}
