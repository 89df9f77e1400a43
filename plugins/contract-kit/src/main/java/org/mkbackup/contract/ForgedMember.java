package org.mkbackup.contract;

import java.nio.charset.StandardCharsets;

/**
 * A member of an archive that no honest program would write.
 *
 * @param name raw, as it is to stand in the archive
 * @param link the raw text of a symlink or the name that a hard link is one with
 */
public record ForgedMember(Kind kind, String name, String link, String content) {

  /** What it says it is. */
  public enum Kind {
    FILE,
    DIRECTORY,
    SYMLINK,
    HARD_LINK,
    /** Something that an archive of a site must not hold. */
    DEVICE
  }

  public static ForgedMember file(String name, String content) {
    return new ForgedMember(Kind.FILE, name, "", content);
  }

  public static ForgedMember directory(String name) {
    return new ForgedMember(Kind.DIRECTORY, name, "", "");
  }

  public static ForgedMember symlink(String name, String text) {
    return new ForgedMember(Kind.SYMLINK, name, text, "");
  }

  public static ForgedMember hardLink(String name, String to) {
    return new ForgedMember(Kind.HARD_LINK, name, to, "");
  }

  public static ForgedMember device(String name) {
    return new ForgedMember(Kind.DEVICE, name, "", "");
  }

  public byte[] bytes() {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }
}
