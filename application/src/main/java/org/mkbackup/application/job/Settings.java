package org.mkbackup.application.job;

import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.site.Compression;

/**
 * What is set beyond what Checkmk's own files say.
 *
 * @param level of gzip, 1 to 9
 * @param threads that compress at the same time
 * @param log when the site's log file is begun anew
 * @param siteEngine what archives and restores the sites of jobs
 * @param appliance the commands that an appliance is handled with
 */
public record Settings(
    int level,
    int threads,
    LogSink.Rotation log,
    SiteEngine siteEngine,
    ApplianceCommands appliance) {

  public Compression compression(boolean gzip) {
    return gzip ? new Compression(true, level, threads) : Compression.NONE;
  }
}
