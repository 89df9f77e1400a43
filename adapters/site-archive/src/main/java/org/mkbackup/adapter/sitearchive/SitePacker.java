package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.port.SiteArchiver.Packing;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteArchive;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.RawName;

/** Writes one archive of a site. */
final class SitePacker {

  /* The first name of a file that has several, and how many of those are still to come. */
  private record FirstName(String member, long toCome) {}

  private final Packing packing;
  private final RunLog log;
  private final TarWriter tar;
  private final FileOpener opener;
  private final Owners owners = new Owners();
  private final Map<Inode.Key, FirstName> firstNames = new HashMap<>();
  private long contentBytes;

  SitePacker(Packing packing, TarWriter tar) {
    this.packing = packing;
    this.tar = tar;
    log = packing.log();
    opener = new FileOpener(packing.live(), log);
  }

  ArchiveSummary pack() {
    Path home = packing.site().home();
    try {
      versionLink(home.resolve(SiteArchive.VERSION_LINK));
      new TreeWalk(packing.exclusions(), log, this::visit).walk(home);
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
    return new ArchiveSummary(tar.members(), contentBytes);
  }

  private void versionLink(Path path) throws IOException {
    SiteFile link = new SiteFile(path, SiteArchive.VERSION_LINK, Inode.of(path));
    String text = link.inode().isSymlink() ? LinkText.read(path) : "";
    if (SiteVersion.ofLink(text).isEmpty()) {
      throw new SiteException(
          "'" + RawName.forPeople(path) + "' is no link to a version of Checkmk",
          "It should be a symlink to ../../versions/VERSION");
    }
    tar.begin(member(MemberType.SYMLINK, link, text, 0), owners.of(path, link.inode()));
  }

  private void visit(SiteFile file) {
    packing.progress().at(memberName(file));
    try {
      archive(file);
    } catch (IOException e) {
      new LeftOut(log).because(file.below(), e);
    }
  }

  private void archive(SiteFile file) throws IOException {
    Inode inode = file.inode();
    if (inode.isFile()) {
      archiveFile(file);
    } else if (inode.isDirectory()) {
      begin(MemberType.DIRECTORY, file, "");
    } else if (inode.isSymlink()) {
      begin(MemberType.SYMLINK, file, LinkText.read(file.path()));
    } else if (inode.isFifo()) {
      begin(MemberType.FIFO, file, "");
    } else if (inode.isSocket()) {
      log.verbose(file.forPeople() + " is a socket and is left out");
    } else {
      log.warn(file.forPeople() + " is a device and is left out");
    }
  }

  private void begin(MemberType type, SiteFile file, String link) throws IOException {
    tar.begin(member(type, file, link, 0), owners.of(file.path(), file.inode()));
  }

  private void archiveFile(SiteFile file) throws IOException {
    if (opener.isCovered(file)) {
      log.verbose(file.forPeople() + " is part of the copy of the history and is left out");
    } else if (file.inode().names() > 1) {
      archiveOneOfSeveralNames(file);
    } else {
      archiveContent(file);
    }
  }

  private void archiveOneOfSeveralNames(SiteFile file) throws IOException {
    Inode.Key key = file.inode().key();
    FirstName first = firstNames.get(key);
    if (first == null) {
      archiveContent(file);
      firstNames.put(key, new FirstName(memberName(file), file.inode().names() - 1));
      return;
    }
    begin(MemberType.HARD_LINK, file, first.member);
    if (first.toCome > 1) {
      firstNames.put(key, new FirstName(first.member, first.toCome - 1));
    } else {
      firstNames.remove(key);
    }
  }

  private void archiveContent(SiteFile file) throws IOException {
    try (OpenFile open = opener.open(file)) {
      long size = open.size();
      tar.begin(member(MemberType.FILE, file, "", size), owners.of(file.path(), file.inode()));
      copy(file, open);
      tar.contentWritten(size);
      contentBytes += size;
    }
  }

  /* The header is written: from here on nothing but an interrupt may leave the content short. */
  private void copy(SiteFile file, OpenFile open) {
    FileContent content = new FileContent(tar.output());
    try {
      switch (content.copy(open.channel(), open.size())) {
        case SHRUNK -> log.warn(file.forPeople() + " shrank while it was read: zeros at its end");
        case GROWN -> log.warn(file.forPeople() + " grew while it was read: cut where it ended");
        case AS_PROMISED -> {}
      }
    } catch (IOException e) {
      Interrupts.check(e);
      log.warn(file.forPeople() + " can't be read on, zeros from there: " + SystemReason.of(e));
      content.fill();
    }
  }

  private Member member(MemberType type, SiteFile file, String link, long size) {
    Inode inode = file.inode();
    return new Member(type, memberName(file), link, size, inode.mode(), inode.modified());
  }

  private String memberName(SiteFile file) {
    String site = packing.site().name().value();
    return file.below().isEmpty() ? site : site + "/" + file.below();
  }
}
