package org.mkbackup.application.job;

import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.site.Compression;

/**
 * What is set beyond what Checkmk's own files say.
 *
 * @param format of the archives of jobs that compress
 * @param level as {@link Compression#level}
 * @param compressionEngine the id of the one to compress and expand with, {@link #JDK_ENGINE} or
 *     {@link #ANY_ENGINE}
 * @param limits that a backup keeps
 * @param log when the site's log file is begun anew
 * @param siteEngine what archives and restores the sites of jobs
 * @param appliance the commands that an appliance is handled with
 */
public record Settings(
    Compression.Format format,
    int level,
    String compressionEngine,
    Limits limits,
    LogSink.Rotation log,
    SiteEngine siteEngine,
    ApplianceCommands appliance) {
  public static final String ANY_ENGINE = "auto";

  /** The one that always works. */
  public static final String JDK_ENGINE = "jdk";

  /** How a job's archives are compressed. */
  public Compression compression(boolean compress) {
    return compress && format != Compression.Format.NONE
        ? new Compression(format, level, limits.threads())
        : Compression.NONE;
  }

  /** The same for what Checkmk's own tools have to read, whatever the format is set to. */
  public Compression gzip(boolean compress) {
    return compress
        ? new Compression(Compression.Format.GZIP, level, limits.threads())
        : Compression.NONE;
  }
}
