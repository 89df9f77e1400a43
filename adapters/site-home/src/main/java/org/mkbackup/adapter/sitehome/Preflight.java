package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
  private final Queue<String> closed = new ConcurrentLinkedQueue<>();

  private Preflight(Predicate<Path> passedOver) {
    this.passedOver = passedOver;
  }

  /**
   * Looks through a site's home.
   *
   * @param passedOver says which directories aren't looked into; two threads ask it
   */
  static void require(SiteName site, Path home, Predicate<Path> passedOver) throws IOException {
    Preflight preflight = new Preflight(passedOver);
    ParallelWalk.down(home, preflight::look);
    if (!preflight.closed.isEmpty()) {
      throw preflight.failure(site);
    }
  }

  private SiteException failure(SiteName site) {
    String told = closed.stream().sorted().limit(TOLD).collect(Collectors.joining(", "));
    String more = closed.size() > TOLD ? " and " + (closed.size() - TOLD) + " more" : "";
    return new SiteException(
        "Directories of site " + site + " can't be changed by its user: " + told + more,
        "Give them to the site's user");
  }

  private void look(Path directory, Consumer<Path> next) throws IOException {
    if (isOpen(directory)) {
      findDirectories(directory, next);
    } else if (!isOwn(directory)) {
      closed.add(RawName.forPeople(directory));
    }
  }

  private void findDirectories(Path directory, Consumer<Path> found) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (Names.isDirectory(entry) && !passedOver.test(entry)) {
          found.accept(entry);
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
