package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.mkbackup.domain.text.RawName;

/**
 * The places in a home that a rename can't or mustn't move. Raw names below the home.
 *
 * @param untouched left alone with all that is in them: the site's {@code tmp} if something is
 *     mounted there, and the database that Checkmk keeps itself
 * @param replaced other mount points, whose content changes
 */
record HomeLayout(NavigableSet<String> untouched, NavigableSet<String> replaced) {

  static HomeLayout of(Path home, Mounts mounts) throws IOException {
    NavigableSet<String> points = mounts.below(home);
    NavigableSet<String> untouched = new TreeSet<>();
    if (points.contains(Kept.TMP)) {
      untouched.add(Kept.TMP);
    }
    if (Names.isDirectoryBelow(home, Path.of(Kept.DATABASE))) {
      untouched.add(Kept.DATABASE);
    }
    points.removeIf(
        point -> untouched.stream().anyMatch(top -> (point + "/").startsWith(top + "/")));
    return new HomeLayout(untouched, points);
  }

  /** Directories of which it doesn't matter whether their entries can be moved. */
  Set<Path> pathsToPassOver(Path home) {
    Set<Path> paths = new HashSet<>();
    paths.add(home.resolve(Kept.WORKING_DIRECTORY));
    untouched.forEach(name -> paths.add(RawName.resolve(home, name)));
    for (String name : replaced) {
      Path top = RawName.resolve(home, name);
      paths.add(top.resolve(Kept.WORKING_DIRECTORY));
      paths.add(top.resolve(Kept.LOST_AND_FOUND));
    }
    return paths;
  }

  boolean hasPlacesBelow(String directory) {
    return Names.haveBelow(untouched, directory) || Names.haveBelow(replaced, directory);
  }
}
