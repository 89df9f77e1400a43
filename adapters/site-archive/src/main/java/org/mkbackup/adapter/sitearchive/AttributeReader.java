package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Reads the extended attributes of the files below a directory: one system call, and no garbage,
 * for a file that has none.
 */
final class AttributeReader {
  /* What a reader bears of extended headers, with room for names. */
  private static final long MOST = 900_000;

  private final Optional<LinuxCalls> system;
  private final RunLog log;
  private final AttributeNames names;
  private final AttributeNames.Call listing;
  private final String top;
  private final ByteBuffer path = ByteBuffer.allocateDirect(2 * (MemberName.LONGEST_PATH + 1));
  private final ByteBuffer value = ByteBuffer.allocateDirect(AttributeNames.LONGEST);

  AttributeReader(Optional<LinuxCalls> system, Path top, AttributeScope scope, RunLog log) {
    this.system = system;
    this.top = RawName.of(top);
    this.log = log;
    names = new AttributeNames(scope);
    listing = (list, size) -> system.orElseThrow().llistxattr(path, list, size);
  }

  /** Empty, too, where the file system has none and where the file is gone. */
  List<ExtendedAttribute> of(SiteFile file) {
    if (system.isEmpty() || top.length() + file.below().length() + 2 > path.capacity()) {
      return List.of();
    }
    setPath(file.below());
    LinuxCalls calls = system.get();
    long length = names.ask(calls, listing);
    if (length > 0) {
      return values(calls, file, names.read(length));
    }
    if (length < 0 && !isNothingNew(calls.error())) {
      log.warn(
          "The extended attributes of "
              + file.forPeople()
              + " can't be read and are left out: "
              + calls.strerror(calls.error()));
    }
    return List.of();
  }

  private void setPath(String below) {
    path.clear();
    put(top);
    if (!below.isEmpty()) {
      path.put((byte) '/');
      put(below);
    }
    path.put((byte) 0).rewind();
  }

  private void put(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      path.put((byte) raw.charAt(i));
    }
  }

  private List<ExtendedAttribute> values(LinuxCalls calls, SiteFile file, List<String> all) {
    List<ExtendedAttribute> attributes = new ArrayList<>();
    long total = 0;
    for (String name : all) {
      long length = calls.lgetxattr(path, LinuxCalls.text(name), value, AttributeNames.LONGEST);
      String reason = length < 0 ? calls.strerror(calls.error()) : "there are too many";
      total += name.length() + length;
      if (length >= 0 && total <= MOST) {
        attributes.add(new ExtendedAttribute(name, value((int) length)));
      } else if (length >= 0 || !isNothingNew(calls.error())) {
        log.warn(
            "The extended attribute "
                + RawName.forPeople(name)
                + " of "
                + file.forPeople()
                + " is left out: "
                + reason);
      }
    }
    return attributes;
  }

  private String value(int length) {
    StringBuilder raw = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      raw.append((char) (value.get(i) & 0xff));
    }
    return raw.toString();
  }

  private static boolean isNothingNew(int error) {
    return error == LinuxCalls.EOPNOTSUPP
        || error == LinuxCalls.ENODATA
        || error == LinuxCalls.ENOENT
        || error == LinuxCalls.ENOTDIR;
  }
}
