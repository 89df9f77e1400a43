package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.text.RawName;

/**
 * Looks, before anything is touched, for directories that would stop a swap half-way, or that could
 * not be removed after it: those that are somebody else's, and closed to this user.
 */
final class Preflight {
  private static final int TOLD = 10;

  private final Predicate<Path> passedOver;
  private final List<String> closed = new ArrayList<>();
  private long count;

  private Preflight(Predicate<Path> passedOver) {
    this.passedOver = passedOver;
  }

  static void require(SiteName site, Path home, Predicate<Path> passedOver) throws IOException {
    Preflight preflight = new Preflight(passedOver);
    preflight.look(home);
    if (preflight.count > 0) {
      throw preflight.failure(site);
    }
  }

  private SiteException failure(SiteName site) {
    String more = count > closed.size() ? " and " + (count - closed.size()) + " more" : "";
    return new SiteException(
        "Directories of site "
            + site
            + " can't be changed by its user: "
            + String.join(", ", closed)
            + more,
        "Give them to the site's user");
  }

  private void look(Path home) throws IOException {
    Deque<Path> directories = new ArrayDeque<>();
    directories.add(home);
    while (!directories.isEmpty()) {
      Path directory = directories.removeLast();
      if (isOpen(directory)) {
        addDirectoriesIn(directory, directories);
      } else if (!isOwn(directory)) {
        count++;
        if (closed.size() < TOLD) {
          closed.add(RawName.forPeople(directory));
        }
      }
    }
  }

  private void addDirectoriesIn(Path directory, Deque<Path> found) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (Names.isDirectory(entry) && !passedOver.test(entry)) {
          found.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean isOpen(Path directory) {
    return Files.isReadable(directory)
        && Files.isWritable(directory)
        && Files.isExecutable(directory);
  }

  /* Only its owner may set a directory's mode, if only to what it is. */
  private static boolean isOwn(Path directory) throws IOException {
    Object mode = Files.getAttribute(directory, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    try {
      Files.setAttribute(directory, "unix:mode", mode);
      return true;
    } catch (FileSystemException e) {
      return false;
    }
  }
}
