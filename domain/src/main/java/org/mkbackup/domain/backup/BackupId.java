package org.mkbackup.domain.backup;

import java.nio.charset.StandardCharsets;
import org.mkbackup.domain.failure.UsageException;

/** The name of a backup on its target: that of its directory, whatever people renamed it to. */
public record BackupId(String value) implements Comparable<BackupId> {
  public BackupId {
    if (value.isEmpty()
        || value.equals(".")
        || value.equals("..")
        || value.indexOf('/') >= 0
        || value.chars().anyMatch(Character::isISOControl)
        || value.getBytes(StandardCharsets.UTF_8).length > 255) {
      throw new UsageException(
          "'" + value + "' is not a backup id", "'mkbackup list TARGET' shows those there are");
    }
  }

  @Override
  public int compareTo(BackupId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
