package org.mkbackup.domain.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
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
  private static final Pattern GENERATION = Pattern.compile("-[0-9]{8}T[0-9]{6}Z");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("-uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

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

  /**
   * The id under which an earlier good backup of this job is kept: {@code JOB-20261124T023000Z}.
   * Such ids sort as their times do.
   *
   * @param finished when the backup was finished; fractions of a second are left out
   */
  public BackupId generation(Instant finished) {
    return new BackupId(value + SECOND.format(finished));
  }

  /** One that isn't taken: of the time, or of the next second that is free. */
  public BackupId freeGeneration(Instant finished, Collection<BackupId> taken) {
    Instant time = finished;
    while (taken.contains(generation(time))) {
      time = time.plusSeconds(1);
    }
    return generation(time);
  }

  /** Whether a name is one that {@link #generation} makes for this job. */
  public boolean isGeneration(String name) {
    return name.startsWith(value) && GENERATION.matcher(name.substring(value.length())).matches();
  }

  /**
   * Whether a name is one that a finished backup of this job has: the newest, or an earlier one.
   */
  public boolean isOwn(String name) {
    return name.equals(complete().value()) || isGeneration(name);
  }

  @Override
  public String toString() {
    return value;
  }
}
