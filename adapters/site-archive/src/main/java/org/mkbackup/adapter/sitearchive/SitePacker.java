package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.SiteArchiver.Packing;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteArchive;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.RawName;

/** Writes one archive of a site: its version link, and then all of it. */
final class SitePacker {
  private final Packing packing;
  private final TarWriter tar;
  private final TreePacker packer;

  SitePacker(Packing packing, TarWriter tar, MemberDigests digests) {
    this.packing = packing;
    this.tar = tar;
    Optional<LinuxCalls> system = NativeCode.load(packing.log());
    packer =
        new TreePacker(
            packing.site().name().value(),
            new FileOpener(system, packing.live(), packing.log()),
            new AttributeReader(system, packing.site().home(), AttributeScope.SITE, packing.log()),
            tar,
            digests,
            packing.log(),
            packing.progress());
  }

  ArchiveSummary pack() {
    Path home = packing.site().home();
    try {
      versionLink(home.resolve(SiteArchive.VERSION_LINK));
      packer.pack(
          visitor ->
              new TreeWalk(packing.exclusions()::matches, packing.log(), visitor).walk(home));
    } catch (IOException e) {
      Interrupts.check(e);
      throw new SiteException(
          "The site '"
              + packing.site().name()
              + "' can't be read: "
              + RawName.forPeople(home)
              + ": "
              + SystemReason.of(e),
          "See that the site exists and that its 'version' link is there",
          e);
    }
    tar.finish();
    return new ArchiveSummary(tar.members(), packer.contentBytes());
  }

  private void versionLink(Path path) throws IOException {
    SiteFile link = new SiteFile(path, SiteArchive.VERSION_LINK, Inode.of(path));
    String text = link.inode().isSymlink() ? LinkText.read(path) : "";
    if (SiteVersion.ofLink(text).isEmpty()) {
      throw new SiteException(
          "'" + RawName.forPeople(path) + "' is no link to a version of Checkmk",
          "It should be a symlink to ../../versions/VERSION");
    }
    packer.symlinkAhead(link, text);
  }
}
