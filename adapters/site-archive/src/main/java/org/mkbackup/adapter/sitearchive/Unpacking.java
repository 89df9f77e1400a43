package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.util.Optional;
import org.mkbackup.adapter.sitearchive.Inventory.Kind;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveSummary;

/**
 * Takes all members of an archive to a tree and refuses those that would reach beyond it.
 *
 * <p>A name may come again as the same kind of thing; the later takes the earlier one's place, as
 * with every tar program (a busy directory can be listed with a name twice). A name that comes as
 * two kinds of things is refused: it is how a path is made to lead elsewhere.
 */
final class Unpacking {
  private final TarReader tar;
  private final MemberName names;
  private final Expectation expectation;
  private final Tree tree;
  private final Progress progress;
  private final Inventory inventory = new Inventory();
  private long membersAhead;
  private long members;
  private long contentBytes;

  Unpacking(
      TarReader tar, MemberName names, Expectation expectation, Tree tree, Progress progress) {
    this.tar = tar;
    this.names = names;
    this.expectation = expectation;
    this.tree = tree;
    this.progress = progress;
    inventory.add("", Kind.DIRECTORY);
  }

  /** Notes a member that was read before. */
  Unpacking after(Member first) {
    inventory.add(names.below(first.name()), kind(first.type()));
    membersAhead++;
    members++;
    return this;
  }

  ArchiveSummary run() {
    for (Optional<Member> next = tar.next(); next.isPresent(); next = tar.next()) {
      Interrupts.check();
      take(next.get());
    }
    // A restore would put an empty tree in the place of what stands there.
    if (members == membersAhead) {
      throw Damage.refused("it holds nothing");
    }
    expectation.missing().ifPresent(member -> place(names.below(member.name()), member));
    tar.drain();
    write("", () -> tree.finish(inventory));
    return new ArchiveSummary(members, contentBytes);
  }

  private void take(Member member) {
    progress.at(member.name());
    String below = names.below(member.name());
    if (expectation.takes(below, member)) {
      place(below, member);
    }
    members++;
    contentBytes += member.size();
  }

  private void place(String below, Member member) {
    requireParent(below, member);
    Kind kind = kind(member.type());
    Optional<Kind> before = inventory.kindOf(below);
    if (before.isPresent() && before.get() != kind) {
      throw Damage.refused(Damage.quote(below) + " comes twice, as two kinds of files");
    }
    String target = member.type() == MemberType.HARD_LINK ? target(below, member) : "";
    write(below, () -> make(below, member, target));
    if (before.isEmpty()) {
      inventory.add(below, kind);
    }
  }

  private void make(String below, Member member, String target) throws IOException {
    switch (member.type()) {
      case FILE -> tree.file(below, member, tar);
      case HARD_LINK -> tree.hardLink(below, member, target);
      case SYMLINK -> {
        checkText(below, member.link());
        tree.symlink(below, member);
      }
      case DIRECTORY -> tree.directory(below, member.attributes());
      case FIFO -> tree.fifo(below, member.attributes());
    }
  }

  /* Directories that are missing from the archive are made. */
  private void requireParent(String below, Member member) {
    int slash = below.lastIndexOf('/');
    String parent = slash < 0 ? "" : below.substring(0, slash);
    Optional<Kind> kind = inventory.kindOf(parent);
    if (kind.isEmpty()) {
      requireParent(parent, member);
      write(parent, () -> tree.missingDirectory(parent, member.mtime()));
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

  /* Symlinks may lead anywhere: nothing is reached through them here. */
  private static void checkText(String below, String text) {
    if (text.isEmpty() || text.length() > MemberName.LONGEST_PATH || text.indexOf('\0') >= 0) {
      throw Damage.refused(Damage.quote(below) + " is a symlink to nowhere");
    }
  }

  /* Other programs than Checkmk's may have taken the first component off the name. */
  private String target(String below, Member member) {
    String name = member.link();
    MemberName.checkPlain(name);
    return names
        .belowTop(name)
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

  private void write(String below, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      Interrupts.check(e);
      throw tree.failure(below, e);
    }
  }
}
