package org.mkbackup.adapter.sitearchive;

import java.util.Optional;
import org.mkbackup.domain.site.SiteArchive;

/** The link that a site's archive begins with: it comes again in its place, and is the same. */
final class VersionLink implements Expectation {
  private final Member first;
  private boolean linked;

  VersionLink(Member first) {
    this.first = first;
  }

  @Override
  public boolean takes(String below, Member member) {
    if (!below.equals(SiteArchive.VERSION_LINK)) {
      return true;
    }
    if (isFirstAgain(member)) {
      return false;
    }
    if (member.type() == MemberType.SYMLINK && !member.link().equals(first.link())) {
      throw Damage.refused(
          "its first member says "
              + Damage.quote(first.link())
              + ", its version link "
              + Damage.quote(member.link()));
    }
    linked = true;
    return true;
  }

  /* What GNU tar makes of a link that is given to it twice: it stays as the first one said. */
  private boolean isFirstAgain(Member member) {
    return member.type() == MemberType.HARD_LINK && member.link().equals(first.name());
  }

  @Override
  public Optional<Member> missing() {
    return linked ? Optional.empty() : Optional.of(first);
  }
}
