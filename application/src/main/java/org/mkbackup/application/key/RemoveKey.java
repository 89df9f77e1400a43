package org.mkbackup.application.key;

import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.application.job.JobEntries;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.KeyRing;
import org.mkbackup.domain.port.RunLock;

/** Removes a key that no job uses. */
public final class RemoveKey {

  /**
   * The key to be removed.
   *
   * @param name as in {@link Keys#find}
   * @param force whether it goes even if there is no copy of it
   */
  public record Command(String name, boolean force) {}

  private final ConfigurationLock lock;
  private final KeyRing ring;
  private final JobRepository jobs;

  public RemoveKey(ConfigurationLock lock, KeyRing ring, JobRepository jobs) {
    this.lock = lock;
    this.ring = ring;
    this.jobs = jobs;
  }

  public void run(Command command) {
    try (RunLock.Held held = lock.take()) {
      Key key = new Keys(ring).find(command.name());
      new JobEntries(jobs)
          .naming("encrypt", key.id().value()).stream()
              .findFirst()
              .ifPresent(job -> refuse(key, job));
      if (!key.downloaded() && !command.force()) {
        throw new KeyException(
            "There is no copy of key " + key + ": what was sealed with it could never be opened",
            "Export it first, or remove it with --force");
      }
      ring.remove(key.id());
    }
  }

  private static void refuse(Key key, String job) {
    throw new UsageException(
        "Key " + key + " is used by job '" + job + "'",
        "Remove that job, or have it use another key, first");
  }
}
