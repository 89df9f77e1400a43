package org.mkbackup.domain.backup;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.ArchiveException;

/**
 * One archive of a backup.
 *
 * @param name of its file, in the backup's directory
 * @param size of the file as stored, in bytes
 * @param md5 of the file as stored, lower-case hexadecimal
 * @param sha256 the same; empty: other programs don't note it
 * @param mac what {@link ManifestTag} makes; empty: it isn't sealed, or by another program
 * @param members the list of what is in it; empty: it has none, as those of other programs
 */
public record StoredArchive(
    String name,
    long size,
    String md5,
    Optional<String> sha256,
    Optional<String> mac,
    Optional<StoredMembers> members) {
  private static final Pattern NAME = Pattern.compile("[^/\\p{Cc}]{1,255}");

  public StoredArchive {
    if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..") || size < 0) {
      throw new ArchiveException(
          BackupManifest.FILE_NAME + " names an impossible archive: '" + name + "'",
          "Restore another backup");
    }
  }

  /** One without a MAC and a list of its members. */
  public StoredArchive(String name, long size, String md5, Optional<String> sha256) {
    this(name, size, md5, sha256, Optional.empty(), Optional.empty());
  }

  /** One without what only this program notes. */
  public StoredArchive(String name, long size, String md5) {
    this(name, size, md5, Optional.empty());
  }

  public StoredArchive withMac(String made) {
    return new StoredArchive(name, size, md5, sha256, Optional.of(made), members);
  }

  /** The same, with a list of its members. */
  public StoredArchive with(StoredMembers list) {
    return new StoredArchive(name, size, md5, sha256, mac, Optional.of(list));
  }
}
