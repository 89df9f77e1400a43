package org.mkbackup.application.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.site.ListedMember;

/**
 * Something that isn't the same on both sides.
 *
 * @param path raw
 * @param aspects what of it was changed; none if it was added or removed
 */
public record Difference(Change change, String path, List<String> aspects) {

  /** What happened between the first side and the second. */
  public enum Change {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('M');

    private final char sign;

    Change(char sign) {
      this.sign = sign;
    }

    public char sign() {
      return sign;
    }
  }

  static Difference of(Change change, ListedMember member) {
    return new Difference(change, member.member().path(), List.of());
  }

  /** How two members of one path differ; empty: in nothing that counts. */
  static Optional<Difference> between(ListedMember before, ListedMember after) {
    ArchiveMember old = before.member();
    ArchiveMember fresh = after.member();
    List<String> aspects = new ArrayList<>();
    if (old.kind() != fresh.kind()) {
      aspects.add(isFile(old) && isFile(fresh) ? "link" : "type");
    } else {
      add(aspects, "size", old.size() != fresh.size());
      add(aspects, "content", !before.sha256().equals(after.sha256()));
      add(aspects, "link", !old.link().equals(fresh.link()));
      // That of a symlink means nothing.
      add(aspects, "mode", old.kind() != Kind.SYMLINK && old.mode() != fresh.mode());
    }
    return aspects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference(Change.CHANGED, old.path(), aspects));
  }

  /* Of several names of a file, the first one that an archive has is the file. */
  private static boolean isFile(ArchiveMember member) {
    return member.kind() == Kind.FILE || member.kind() == Kind.HARD_LINK;
  }

  private static void add(List<String> aspects, String aspect, boolean differs) {
    if (differs) {
      aspects.add(aspect);
    }
  }
}
