package org.mkbackup.application.inspect;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.text.EscapedName;

/** Members that were asked for by their paths: each with all that is below it. */
final class MemberSelection {
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Set<String> found = new LinkedHashSet<>();

  /**
   * A selection.
   *
   * @param paths raw; slashes at their ends are passed over
   */
  MemberSelection(Collection<String> paths) {
    paths.forEach(path -> wanted.add(plain(path)));
  }

  /** A path without slashes around it. */
  static String plain(String path) {
    int begin = 0;
    int end = path.length();
    while (end > begin && path.charAt(end - 1) == '/') {
      end--;
    }
    while (begin < end && path.charAt(begin) == '/') {
      begin++;
    }
    if (begin == end) {
      throw new UsageException(
          "'" + EscapedName.of(path) + "' names nothing in a backup",
          "'mkbackup ls TARGET BACKUP-ID' shows what there is");
    }
    return path.substring(begin, end);
  }

  /** Whether a member is wanted, as which it counts as found. */
  boolean takes(String path) {
    boolean takes = false;
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      String above = path.substring(0, end);
      if (wanted.contains(above)) {
        found.add(above);
        takes = true;
      }
    }
    return takes;
  }

  /** One that wasn't found, if there is one. */
  Optional<String> missing() {
    return wanted.stream().filter(path -> !found.contains(path)).findFirst();
  }
}
