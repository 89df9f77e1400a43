package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.run.StageTime;

/** Writes the members of a tree, as they are found. */
final class TreePacker {

  /* The first name of a file that has several, and how many of those are still to come. */
  private record FirstName(String member, long toCome) {}

  private final String name;
  private final FileOpener opener;
  private final AttributeReader extended;
  private final TarWriter tar;
  private final MemberDigests digests;
  private final RunLog log;
  private final Progress progress;
  private final Owners owners = new Owners();
  private final Map<Inode.Key, FirstName> firstNames = new HashMap<>();
  private long contentBytes;

  /**
   * Packs a tree under a name.
   *
   * @param name of the tree in the archive, raw
   */
  TreePacker(
      String name,
      FileOpener opener,
      AttributeReader extended,
      TarWriter tar,
      MemberDigests digests,
      RunLog log,
      Progress progress) {
    this.name = name;
    this.opener = opener;
    this.extended = extended;
    this.tar = tar;
    this.digests = digests;
    this.log = log;
    this.progress = progress;
  }

  /** Writes all that a walk finds. */
  void pack(AheadWalk.Walk walk) throws IOException {
    try (AheadWalk ahead = new AheadWalk(walk, opener)) {
      ahead.forEach(this::visit);
      digests.finish();
      log.verbose(ahead.time().line());
      digests.time().map(StageTime::line).ifPresent(log::verbose);
    }
  }

  long contentBytes() {
    return contentBytes;
  }

  /* Writes a file, or says why it is left out. */
  private void visit(ReadFile found) {
    SiteFile file = found.file();
    progress.at(memberName(file));
    try {
      archive(file, found.content());
    } catch (IOException e) {
      new LeftOut(log).because(file.below(), e);
    }
  }

  private void archive(SiteFile file, Optional<OpenFile> content) throws IOException {
    Inode inode = file.inode();
    if (inode.isFile()) {
      archiveFile(file, content);
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

  /** Writes a symlink that comes again in its place. */
  void symlinkAhead(SiteFile file, String text) throws IOException {
    tar.begin(member(MemberType.SYMLINK, file, text, 0));
  }

  private void begin(MemberType type, SiteFile file, String link) throws IOException {
    Member member = member(type, file, link, 0);
    tar.begin(member);
    digests.ended(member);
  }

  private void archiveFile(SiteFile file, Optional<OpenFile> content) throws IOException {
    if (opener.isCovered(file)) {
      log.verbose(file.forPeople() + " is part of the copy of the history and is left out");
    } else if (file.inode().names() > 1) {
      archiveOneOfSeveralNames(file);
    } else {
      archiveContent(file, content);
    }
  }

  private void archiveOneOfSeveralNames(SiteFile file) throws IOException {
    Inode.Key key = file.inode().key();
    FirstName first = firstNames.get(key);
    if (first == null) {
      archiveContent(file, Optional.empty());
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

  private void archiveContent(SiteFile file, Optional<OpenFile> content) throws IOException {
    try (OpenFile open = content.isPresent() ? content.get() : opener.open(file)) {
      long size = open.size();
      Member member = member(MemberType.FILE, file, "", size);
      tar.begin(member);
      copy(file, open);
      tar.contentWritten(size);
      digests.ended(member);
      contentBytes += size;
    }
  }

  /* The header is written: what can't be read on can't be left out any more. */
  private void copy(SiteFile file, OpenFile open) {
    FileContent content = new FileContent(tar.output(), digests);
    try {
      switch (content.copy(open.channel(), open.size())) {
        case SHRUNK -> log.warn(file.forPeople() + " shrank while it was read: zeros at its end");
        case GROWN -> log.warn(file.forPeople() + " grew while it was read: cut where it ended");
        case AS_PROMISED -> {}
      }
    } catch (IOException e) {
      Interrupts.check(e);
      throw LeftOut.cannot(file.below(), e);
    }
  }

  private Member member(MemberType type, SiteFile file, String link, long size) throws IOException {
    Inode inode = file.inode();
    Owner owner = owners.of(file.path(), inode);
    Attributes attributes =
        new Attributes(
            inode.mode(),
            inode.modified(),
            owner,
            type.hasExtendedAttributes() ? extended.of(file) : List.of());
    return new Member(type, memberName(file), link, size, attributes);
  }

  private String memberName(SiteFile file) {
    return file.below().isEmpty() ? name : name + "/" + file.below();
  }
}
