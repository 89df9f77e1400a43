package org.mkbackup.application.job;

import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.site.Compression;

/**
 * What is set beyond what Checkmk's own files say.
 *
 * @param level of gzip, as {@link Compression#level}
 * @param compressionEngine the id of the one to compress and expand with, {@link #JDK_ENGINE} or
 *     {@link #ANY_ENGINE}
 * @param limits that a backup keeps
 * @param log when the site's log file is begun anew
 * @param siteEngine what archives and restores the sites of jobs
 * @param encryption of jobs that have a key
 * @param appliance the commands that an appliance is handled with
 */
public record Settings(
    int level,
    String compressionEngine,
    Limits limits,
    LogSink.Rotation log,
    SiteEngine siteEngine,
    Encryption encryption,
    ApplianceCommands appliance) {
  public static final String ANY_ENGINE = "auto";

  /** The one that always works. */
  public static final String JDK_ENGINE = "jdk";

  public Compression compression(boolean gzip) {
    return gzip ? new Compression(true, level, limits.threads()) : Compression.NONE;
  }
}
