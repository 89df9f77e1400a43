package org.mkbackup.application.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.mkbackup.application.run.ByteCount;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.PeekedArchive;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteTree;

/** What can be found out of a restore before it: whether the archive, the room and rights do. */
final class Rehearsal {
  private final SiteArchiver archiver;

  Rehearsal(SiteArchiver archiver) {
    this.archiver = archiver;
  }

  /** Reads the archive to its end, and tells what a restore would do. */
  void run(SiteTree site, PeekedArchive archive, boolean inPlace, RunObserver observer) {
    boolean replaces = Files.isDirectory(site.home(), LinkOption.NOFOLLOW_LINKS);
    Path place = replaces ? site.home() : parent(site.home());
    requireWritable(place);
    ArchiveHead head = archive.head();
    ArchiveSummary content = check(archive, observer);
    if (!(inPlace && replaces)) {
      requireRoom(place, content.contentBytes());
    }
    observer.info("The archive is good: " + members(content));
    observer.info(
        "A restore would "
            + (replaces ? "stop site " + site.name() + " if it runs, and replace it" : "make")
            + (replaces ? "" : " site " + site.name())
            + " by site "
            + head.site()
            + ", version "
            + head.version()
            + (inPlace && replaces ? ", removing its files before" : "")
            + "; then start it");
    observer.info("Nothing was changed");
  }

  private static String members(ArchiveSummary content) {
    return content.members() + " members with " + ByteCount.of(content.contentBytes());
  }

  private ArchiveSummary check(PeekedArchive archive, RunObserver observer) {
    try (SiteArchiver.Opened opened = archiver.open(archive.stream())) {
      return opened.check(observer);
    }
  }

  private static void requireWritable(Path place) {
    if (!Files.isWritable(place)) {
      throw new SiteException(place + " can't be written to", "Restore as root or the site's user");
    }
  }

  private static void requireRoom(Path place, long needed) {
    long free;
    try {
      free = Files.getFileStore(place).getUsableSpace();
    } catch (IOException e) {
      throw new SiteException(
          "Can't find out how much room there is in " + place + ": " + SystemReason.of(e), "", e);
    }
    if (needed > free) {
      throw new SiteException(
          "There is no room for the site beside the old one in "
              + place
              + ": "
              + ByteCount.of(needed)
              + " are needed, "
              + ByteCount.of(free)
              + " are free",
          "Make room, or restore with --in-place");
    }
  }

  private static Path parent(Path home) {
    return home.resolveSibling(".").normalize();
  }
}
