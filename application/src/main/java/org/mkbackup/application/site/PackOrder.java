package org.mkbackup.application.site;

import java.util.Set;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;

/**
 * An archive to be made.
 *
 * @param without what is left out on request
 * @param running whether the site runs, so that its files must be read with care
 * @param members is told what goes into the archive
 */
public record PackOrder(
    SiteTree site,
    Set<Exclusions.Part> without,
    Compression compression,
    boolean running,
    MemberRecorder members) {
  public PackOrder {
    without = Set.copyOf(without);
  }
}
