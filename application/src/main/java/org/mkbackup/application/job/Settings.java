package org.mkbackup.application.job;

import java.util.List;
import java.util.Map;
import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.job.JobId;
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
 * @param encryption of jobs that have a key
 * @param appliance the commands that an appliance is handled with
 * @param anyJob what holds for jobs that have nothing of their own
 * @param jobs what holds for the jobs that have
 * @param mentions where those are named
 */
public record Settings(
    Compression.Format format,
    int level,
    String compressionEngine,
    Limits limits,
    LogSink.Rotation log,
    SiteEngine siteEngine,
    Encryption encryption,
    ApplianceCommands appliance,
    JobSettings anyJob,
    Map<JobId, JobSettings> jobs,
    List<JobMention> mentions) {
  public static final String ANY_ENGINE = "auto";

  /** The one that always works. */
  public static final String JDK_ENGINE = "jdk";

  public Settings {
    jobs = Map.copyOf(jobs);
    mentions = List.copyOf(mentions);
  }

  /** What holds for a job. */
  public JobSettings of(JobId job) {
    return jobs.getOrDefault(job, anyJob);
  }

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
