package org.mkbackup.application.site;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.site.SiteTree;

/**
 * An archive to be unpacked.
 *
 * @param site whose files it becomes
 * @param directory where the tree grows
 * @param apachePort the TCP port that the site keeps, whatever the archive says; empty: the
 *     archive's
 */
public record UnpackOrder(SiteTree site, Path directory, Optional<String> apachePort) {}
