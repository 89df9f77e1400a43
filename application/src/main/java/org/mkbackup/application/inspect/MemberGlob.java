package org.mkbackup.application.inspect;

import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.text.PathPatterns;

/**
 * Members by a pattern for their whole paths. One that ends in a slash stands for directories with
 * all that is below them.
 */
final class MemberGlob {
  private final PathPatterns itself;
  private final PathPatterns below;
  private final boolean directories;

  /**
   * A pattern.
   *
   * @param glob raw; slashes at its beginning are passed over
   */
  MemberGlob(String glob) {
    String plain = MemberSelection.plain(glob);
    itself = PathPatterns.of(plain);
    below = PathPatterns.of(plain + "/*");
    directories = glob.endsWith("/");
  }

  boolean matches(ArchiveMember member) {
    boolean wanted = itself.matches(member.path());
    return directories
        ? (wanted && member.kind() == Kind.DIRECTORY) || below.matches(member.path())
        : wanted;
  }
}
