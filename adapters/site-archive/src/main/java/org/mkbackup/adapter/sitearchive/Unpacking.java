package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.util.Optional;
import org.mkbackup.adapter.sitearchive.Inventory.Kind;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteArchive;

/**
 * Takes all members of an archive to a tree, after the head has been read, and refuses those that
 * would reach beyond it.
 *
 * <p>A name may come again as the same kind of thing; the later takes the earlier one's place, as
 * with every tar program (a busy directory can be listed with a name twice). The version link
 * always comes again, and must be the same. A name that comes as two kinds of things is refused: it
 * is how a path is made to lead elsewhere.
 */
final class Unpacking {
  private static final int IMPLICIT_MODE = 0755;

  private final TarReader tar;
  private final MemberName names;
  private final Member head;
  private final Tree tree;
  private final Progress progress;
  private final Inventory inventory = new Inventory();
  private boolean linked;

  Unpacking(TarReader tar, ArchiveHead site, Member head, Tree tree, Progress progress) {
    this.tar = tar;
    names = new MemberName(site.site());
    this.head = head;
    this.tree = tree;
    this.progress = progress;
    inventory.add("", Kind.DIRECTORY);
    inventory.add(SiteArchive.VERSION_LINK, Kind.SYMLINK);
  }

  ArchiveSummary run() {
    long members = 1;
    long contentBytes = 0;
    for (Optional<Member> next = tar.next(); next.isPresent(); next = tar.next()) {
      Member member = next.get();
      Interrupts.check();
      progress.at(member.name());
      place(names.below(member.name()), member);
      members++;
      contentBytes += member.size();
    }
    if (!linked) {
      place(SiteArchive.VERSION_LINK, head);
    }
    tar.drain();
    write("", tree::finish);
    return new ArchiveSummary(members, contentBytes);
  }

  private void place(String below, Member member) {
    if (isHeadAgain(below, member)) {
      return;
    }
    requireParent(below, member);
    Kind kind = kind(member.type());
    Optional<Kind> before = inventory.kindOf(below);
    if (before.isPresent() && before.get() != kind) {
      throw Damage.refused(Damage.quote(below) + " comes twice, as two kinds of files");
    }
    if (below.equals(SiteArchive.VERSION_LINK)) {
      checkSameVersion(member);
      linked = true;
    }
    String target = member.type() == MemberType.HARD_LINK ? target(below, member) : "";
    write(below, () -> make(below, member, target));
    if (before.isEmpty()) {
      inventory.add(below, kind);
    }
  }

  /* What GNU tar makes of a link that is given to it twice: it stays as the head said. */
  private boolean isHeadAgain(String below, Member member) {
    return member.type() == MemberType.HARD_LINK
        && below.equals(SiteArchive.VERSION_LINK)
        && member.link().equals(head.name());
  }

  private void make(String below, Member member, String target) throws IOException {
    switch (member.type()) {
      case FILE -> tree.file(below, member, tar);
      case HARD_LINK -> tree.hardLink(below, target);
      case SYMLINK -> {
        checkText(below, member.link());
        tree.symlink(below, member);
      }
      case DIRECTORY -> tree.directory(below, Attributes.of(member));
      case FIFO -> tree.fifo(below, Attributes.of(member));
    }
  }

  /* Directories that are missing from the archive are made. */
  private void requireParent(String below, Member member) {
    int slash = below.lastIndexOf('/');
    String parent = slash < 0 ? "" : below.substring(0, slash);
    Optional<Kind> kind = inventory.kindOf(parent);
    if (kind.isEmpty()) {
      requireParent(parent, member);
      Attributes implicit = new Attributes(IMPLICIT_MODE, member.mtime());
      write(parent, () -> tree.directory(parent, implicit));
      inventory.add(parent, Kind.DIRECTORY);
    } else if (kind.get() != Kind.DIRECTORY) {
      throw Damage.refused(
          Damage.quote(below)
              + " leads through "
              + Damage.quote(parent)
              + ", which is no directory");
    }
  }

  private static Kind kind(MemberType type) {
    return switch (type) {
      case FILE, HARD_LINK -> Kind.FILE;
      case SYMLINK -> Kind.SYMLINK;
      case DIRECTORY -> Kind.DIRECTORY;
      case FIFO -> Kind.FIFO;
    };
  }

  private void checkSameVersion(Member member) {
    if (!member.link().equals(head.link())) {
      throw Damage.refused(
          "its first member says "
              + Damage.quote(head.link())
              + ", its version link "
              + Damage.quote(member.link()));
    }
  }

  /* Symlinks may lead anywhere: nothing is reached through them here. */
  private static void checkText(String below, String text) {
    if (text.isEmpty() || text.length() > MemberName.LONGEST_PATH || text.indexOf('\0') >= 0) {
      throw Damage.refused(Damage.quote(below) + " is a symlink to nowhere");
    }
  }

  /* Other programs than Checkmk's may have taken the site off the name. */
  private String target(String below, Member member) {
    String name = member.link();
    MemberName.checkPlain(name);
    return names
        .belowSite(name)
        .filter(this::isFile)
        .or(() -> Optional.of(name).filter(this::isFile))
        .filter(target -> !target.equals(below))
        .orElseThrow(
            () ->
                Damage.refused(
                    Damage.quote(below)
                        + " is a hard link to "
                        + Damage.quote(name)
                        + ", which is no file of it before this"));
  }

  private boolean isFile(String below) {
    return inventory.kindOf(below).filter(Kind.FILE::equals).isPresent();
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void write(String below, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      Interrupts.check(e);
      throw new SiteException(
          Damage.quote(below) + " can't be unpacked: " + SystemReason.of(e),
          SystemReason.isNoRoom(e)
              ? "Make room on the site's file system, or restore with --in-place"
              : "See that the site's directory can be written",
          e);
    }
  }
}
