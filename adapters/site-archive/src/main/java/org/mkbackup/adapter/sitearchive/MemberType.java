package org.mkbackup.adapter.sitearchive;

import java.util.Optional;

/** The kinds of tar members that a site is made of, with their type flags. */
enum MemberType {
  FILE('0'),
  HARD_LINK('1'),
  SYMLINK('2'),
  DIRECTORY('5'),
  FIFO('6');

  private final char flag;

  MemberType(char flag) {
    this.flag = flag;
  }

  char flag() {
    return flag;
  }

  /** A hard link has those of its file, and of symlinks there are none that anybody sets. */
  boolean hasExtendedAttributes() {
    return this == FILE || this == DIRECTORY || this == FIFO;
  }

  static Optional<MemberType> ofFlag(char flag) {
    return switch (flag) {
      // 0 is how tar wrote files before POSIX; '7' asks for a contiguous file.
      case '0', '\0', '7' -> Optional.of(FILE);
      case '1' -> Optional.of(HARD_LINK);
      case '2' -> Optional.of(SYMLINK);
      case '5' -> Optional.of(DIRECTORY);
      case '6' -> Optional.of(FIFO);
      default -> Optional.empty();
    };
  }
}
