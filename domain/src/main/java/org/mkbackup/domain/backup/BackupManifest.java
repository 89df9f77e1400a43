package org.mkbackup.domain.backup;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/**
 * What is written about a backup: {@code mkbackup.info}. It names no file twice.
 *
 * @param jobId the job's local id; of a foreign backup, whatever it says
 * @param jobConfiguration the job's configuration when the backup was made
 * @param finished to the microsecond
 */
public record BackupManifest(
    String jobId,
    Literal.Dict jobConfiguration,
    String hostname,
    List<StoredArchive> files,
    Instant finished,
    Origin origin) {

  /** The name of the file that holds it, and whose presence makes a directory a backup. */
  public static final String FILE_NAME = "mkbackup.info";

  /** What was backed up. */
  public sealed interface Origin {}

  public record Site(SiteName name, SiteVersion version) implements Origin {}

  /**
   * A whole appliance.
   *
   * @param version of the firmware
   */
  public record Appliance(String version, Optional<Cluster> cluster) implements Origin {}

  /** The place of an appliance in its cluster. */
  public record Cluster(String partner, boolean inactive) {}

  public BackupManifest {
    files = List.copyOf(files);
    requireDistinct(files);
  }

  /* Two entries for one file can't both be right, and each reader would choose its own. */
  private static void requireDistinct(List<StoredArchive> files) {
    Set<String> names = new HashSet<>();
    files.stream()
        .flatMap(file -> Stream.concat(Stream.of(file), list(file)))
        .map(StoredArchive::name)
        .filter(name -> !names.add(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ArchiveException(
                  FILE_NAME + " names '" + name + "' twice", "Restore another backup");
            });
  }

  private static Stream<StoredArchive> list(StoredArchive archive) {
    return archive.members().stream().map(StoredMembers::file);
  }

  /** The sum of all archives, in bytes. */
  public long size() {
    return files.stream().mapToLong(StoredArchive::size).sum();
  }

  /** The same with other entries for its archives. */
  public BackupManifest withFiles(List<StoredArchive> archives) {
    return new BackupManifest(jobId, jobConfiguration, hostname, archives, finished, origin);
  }

  /** The key that it is sealed with, as the job said; empty: it isn't sealed. */
  public Optional<String> keyId() {
    return jobConfiguration
        .get("encrypt")
        .flatMap(v -> v instanceof Literal.Text t ? Optional.of(t.value()) : Optional.empty());
  }
}
