package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.text.RawName;

/**
 * Checks, before an undo touches anything, that the same file systems are mounted as at the swap.
 */
final class SamePlaces {
  private SamePlaces() {}

  static void require(Path home, List<SwapArea> areas, Mounts mounts) throws IOException {
    for (SwapArea area : areas) {
      for (String place : area.places()) {
        requireDirectory(RawName.resolve(home, place));
      }
    }
    for (String point : mounts.below(home)) {
      if (!isKnown(point, areas)) {
        throw new SiteException(
            "Something was mounted at "
                + RawName.forPeople(RawName.resolve(home, point))
                + " since the restore began",
            "Stop the site, and unmount it");
      }
    }
  }

  private static void requireDirectory(Path place) {
    if (!Names.isDirectory(place)) {
      throw new SiteException(
          RawName.forPeople(place) + " is not there, as it was when the restore began",
          "If something was mounted in the site, mount it again");
    }
  }

  private static boolean isKnown(String point, List<SwapArea> areas) {
    Set<String> directories = areas.stream().map(SwapArea::directory).collect(Collectors.toSet());
    return directories.contains(point)
        || areas.stream()
            .flatMap(area -> area.left().stream().map(name -> Names.join(area.directory(), name)))
            .filter(left -> !directories.contains(left))
            .anyMatch(left -> (point + "/").startsWith(left + "/"));
  }
}
