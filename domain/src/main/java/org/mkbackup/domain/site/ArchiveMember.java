package org.mkbackup.domain.site;

import java.time.Instant;
import java.util.Optional;

/**
 * One member of an archive, without its content.
 *
 * @param path raw, beginning with the directory that was archived and without a slash at its end
 * @param link the raw text of a symlink, or the path of the member that a hard link is one with;
 *     empty for all others
 * @param size of the content; zero for all but files
 * @param mode permission bits with setuid, setgid and sticky
 * @param user raw; the number where it has no name
 * @param group raw; the number where it has no name
 */
public record ArchiveMember(
    Kind kind,
    String path,
    String link,
    long size,
    int mode,
    Instant mtime,
    String user,
    String group) {

  /** The kinds of members, with the letters of {@code find -printf %y}. */
  public enum Kind {
    FILE('f'),
    /** Another name of a file that came before. */
    HARD_LINK('h'),
    SYMLINK('l'),
    DIRECTORY('d'),
    FIFO('p');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    public char letter() {
      return letter;
    }

    public static Optional<Kind> ofLetter(char letter) {
      for (Kind kind : values()) {
        if (kind.letter == letter) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** The same under another path. */
  public ArchiveMember at(String other) {
    return new ArchiveMember(kind, other, link, size, mode, mtime, user, group);
  }
}
