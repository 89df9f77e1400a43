package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/**
 * Where the trees of one site can stand: all in one directory, so that each can be told by its name
 * alone.
 *
 * @param sites the directory of all sites
 * @param staged where a new tree grows
 * @param aside where the old tree waits for the end
 */
record WholePlaces(SiteName site, Path sites, Path home, Path staged, Path aside) {
  private static final String INODE = "unix:ino";

  static WholePlaces of(SiteTree tree) {
    Path home = tree.home();
    String prefix = prefix(tree.name());
    return new WholePlaces(
        tree.name(),
        home.resolveSibling(""),
        home,
        home.resolveSibling(prefix + "new"),
        home.resolveSibling(prefix + "old"));
  }

  /** The home as the kernel names it; it need not be there. */
  Path realHome() throws IOException {
    return sites.toRealPath().resolve(home.getFileName());
  }

  JournalFile journal(Disk disk) {
    return new JournalFile(disk, sites, prefix(site));
  }

  /** Where a tree stands, whose top directory has that inode number. */
  Optional<Path> find(long inode) throws IOException {
    for (Path place : List.of(home, staged, aside)) {
      if (Names.isDirectory(place) && inode(place) == inode) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  static long inode(Path directory) throws IOException {
    return (long) Files.getAttribute(directory, INODE, LinkOption.NOFOLLOW_LINKS);
  }

  private static String prefix(SiteName site) {
    return "." + site + ".mkbackup-";
  }
}
