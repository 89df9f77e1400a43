package org.mkbackup.adapter.sitearchive;

import java.time.Instant;
import java.util.Optional;
import org.mkbackup.domain.failure.ArchiveException;

/** Makes a member of a header and of what stood before it, and refuses what a site can't hold. */
final class MemberReader {
  private static final long LARGEST_SIZE = 1L << 60;
  /* The last one means "no change" to the system. */
  private static final long LARGEST_ID = 0xffff_fffeL;
  private static final long LARGEST_TIME = 99_999_999_999L;

  private MemberReader() {}

  static Member read(HeaderReader header, Extensions extensions) {
    String name = extensions.name(header);
    MemberType type = type(header.flag(), name);
    String link =
        type == MemberType.SYMLINK || type == MemberType.HARD_LINK ? extensions.link(header) : "";
    long size = extensions.record("size").map(PaxNumber::size).orElseGet(() -> size(header));
    if (size < 0 || size > LARGEST_SIZE || (size > 0 && type != MemberType.FILE)) {
      throw Damage.damaged(Damage.quote(name) + " has the size " + size);
    }
    return new Member(type, withoutSlash(name, type), link, size, attributes(header, extensions));
  }

  private static Attributes attributes(HeaderReader header, Extensions extensions) {
    Instant mtime = extensions.record("mtime").map(PaxNumber::time).orElseGet(() -> mtime(header));
    int mode = (int) (header.number(HeaderField.MODE) & 07777);
    Owner owner =
        new Owner(
            id(header, HeaderField.UID, extensions.record("uid")),
            id(header, HeaderField.GID, extensions.record("gid")),
            extensions.record("uname").orElseGet(header::userName),
            extensions.record("gname").orElseGet(header::groupName));
    return new Attributes(mode, mtime, owner, extensions.attributes());
  }

  private static long id(HeaderReader header, HeaderField field, Optional<String> record) {
    long id = record.map(PaxNumber::size).orElseGet(() -> header.number(field));
    if (id < 0 || id > LARGEST_ID) {
      throw Damage.damaged("a file belongs to the number " + id);
    }
    return id;
  }

  private static MemberType type(char flag, String name) {
    boolean directoryOfOld = flag == '\0' && name.endsWith("/");
    return directoryOfOld
        ? MemberType.DIRECTORY
        : MemberType.ofFlag(flag).orElseThrow(() -> unfit(flag, name));
  }

  private static ArchiveException unfit(char flag, String name) {
    String what =
        flag == '3' || flag == '4' ? " is a device" : " is of the unknown type '" + flag + "'";
    return Damage.refused(Damage.quote(name) + what);
  }

  private static long size(HeaderReader header) {
    return header.number(HeaderField.SIZE);
  }

  private static Instant mtime(HeaderReader header) {
    long seconds = header.number(HeaderField.MTIME);
    if (seconds > LARGEST_TIME || seconds < -LARGEST_TIME) {
      throw Damage.damaged("a file is of the time " + seconds);
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static String withoutSlash(String name, MemberType type) {
    int length = name.length();
    while (type == MemberType.DIRECTORY && length > 1 && name.charAt(length - 1) == '/') {
      length--;
    }
    return name.substring(0, length);
  }
}
