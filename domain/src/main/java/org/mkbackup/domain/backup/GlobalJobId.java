package org.mkbackup.domain.backup;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.site.SiteName;

/**
 * A job's name among those of all hosts that share a target: its parts joined by {@code -}, with
 * every {@code -} inside a part turned into {@code +}.
 */
public record GlobalJobId(String value) {
  private static final String COMPLETE = "-complete";
  private static final String INCOMPLETE = "-incomplete";

  public static GlobalJobId ofSite(String hostname, SiteName site, JobId job) {
    return join("Check_MK", hostname, site.value(), job.value());
  }

  public static GlobalJobId ofAppliance(String hostname, JobId job) {
    return join("Check_MK_Appliance", hostname, job.value());
  }

  private static GlobalJobId join(String... parts) {
    return new GlobalJobId(
        Arrays.stream(parts).map(part -> part.replace('-', '+')).collect(Collectors.joining("-")));
  }

  /** The id of this job's newest good backup. */
  public BackupId complete() {
    return new BackupId(value + COMPLETE);
  }

  /** The id under which a backup of this job is being written. */
  public BackupId incomplete() {
    return new BackupId(value + INCOMPLETE);
  }

  @Override
  public String toString() {
    return value;
  }
}
