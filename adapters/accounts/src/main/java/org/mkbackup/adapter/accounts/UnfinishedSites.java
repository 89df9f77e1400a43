package org.mkbackup.adapter.accounts;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteName;

/**
 * Notes of accounts that no site came of yet: a file of the site's name in a directory of root's.
 */
final class UnfinishedSites {
  private final Path directory;

  UnfinishedSites(Path directory) {
    this.directory = directory;
  }

  /** Notes a name, durably. */
  void note(SiteName site) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try (FileChannel file =
          FileChannel.open(
              note(directory, site), Set.of(CREATE, WRITE, LinkOption.NOFOLLOW_LINKS))) {
        file.force(true);
      }
      sync();
    } catch (IOException e) {
      throw failure(site, e);
    }
  }

  boolean isNoted(SiteName site) {
    return Files.exists(note(directory, site), LinkOption.NOFOLLOW_LINKS);
  }

  void forget(SiteName site) {
    try {
      if (Files.deleteIfExists(note(directory, site))) {
        sync();
      }
    } catch (IOException e) {
      throw failure(site, e);
    }
  }

  private static Path note(Path directory, SiteName site) {
    return directory.resolve(site.value());
  }

  private void sync() throws IOException {
    try (FileChannel names = FileChannel.open(directory, READ)) {
      names.force(true);
    }
  }

  private SiteException failure(SiteName site, IOException e) {
    return new SiteException(
        "That site "
            + site
            + " is unfinished can't be noted in "
            + directory
            + ": "
            + e.getMessage(),
        "See that root can write there",
        e);
  }
}
