package org.mkbackup.application.appliance;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.mkbackup.application.job.Summary;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.RawName;

/**
 * Whether the volumes have room for all that a backup puts on them. It is an estimate: of a tree,
 * what it has now makes room for what it will have; a site needs room beside the old one, which
 * counts as large as the new one when that has taken its place.
 */
final class Room {
  private final Host host;
  private final Map<FileStore, Long> free = new HashMap<>();

  Room(Host host) {
    this.host = host;
  }

  /** Whether what would be asked is the volume, and not the directory that it is mounted at. */
  boolean isMounted(SystemTree tree) {
    Path directory = tree.directory();
    return Files.isDirectory(directory)
        && (host.isRelocated() || !device(directory).equals(device(directory.resolveSibling(""))));
  }

  private static Object device(Path path) {
    try {
      return Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw unknown(path, e);
    }
  }

  void take(SystemTree tree, long bytes) {
    long replaced = sizeOf(tree);
    take(tree.directory(), bytes - replaced, bytes - replaced);
  }

  void take(SiteTree site, long bytes, boolean inPlace) {
    boolean there = Files.isDirectory(site.home(), LinkOption.NOFOLLOW_LINKS);
    take(site.home(), there && inPlace ? 0 : bytes, there ? 0 : bytes);
  }

  private void take(Path place, long needed, long kept) {
    Path existing = place;
    while (!Files.exists(existing)) {
      existing = existing.resolveSibling("").toAbsolutePath().normalize();
      if (existing.equals(place)) {
        existing = existing.getRoot();
      }
    }
    try {
      FileStore volume = Files.getFileStore(existing);
      long now = free.containsKey(volume) ? free.get(volume) : volume.getUsableSpace();
      if (needed > now) {
        throw new ApplianceException(
            "There is no room for "
                + place
                + ": "
                + Summary.bytes(needed)
                + " are needed, "
                + Summary.bytes(Math.max(now, 0))
                + " are free",
            "Make room on " + volume.name() + ", or try --in-place if it is a site");
      }
      free.put(volume, now - kept);
    } catch (IOException e) {
      throw unknown(place, e);
    }
  }

  private static ApplianceException unknown(Path place, IOException e) {
    return new ApplianceException(
        "Can't find out how much room there is for " + place + ": " + SystemReason.of(e), "", e);
  }

  private static long sizeOf(SystemTree tree) {
    return Files.isDirectory(tree.directory()) ? sizeOf(tree, tree.directory(), "") : 0;
  }

  /* What is left out, or the place of a mount, isn't asked: a server that is dead never answers. */
  private static long sizeOf(SystemTree tree, Path directory, String below) {
    long bytes = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = below + RawName.nameOf(entry);
        boolean isAsked = !tree.leftOut().matches(name) && !tree.leavesOutAllIn(name);
        bytes += isAsked ? sizeOfEntry(tree, entry, name) : 0;
      }
    } catch (IOException | DirectoryIteratorException vanished) {
      // What is left of it is an estimate all the same.
    }
    return bytes;
  }

  private static long sizeOfEntry(SystemTree tree, Path entry, String name) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException vanished) {
      return 0;
    }
    return attributes.isDirectory()
        ? sizeOf(tree, entry, name + "/")
        : attributes.isRegularFile() ? attributes.size() : 0;
  }
}
