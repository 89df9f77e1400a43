package org.mkbackup.adapter.sitearchive;

import java.time.Instant;

/**
 * One member of a tar archive, without its content.
 *
 * @param name raw, with the site as its first component and no slash at its end
 * @param link the raw text of a symlink, or the name of the member that a hard link is one with
 * @param size of the content; zero for all but files
 */
record Member(MemberType type, String name, String link, long size, Attributes attributes) {

  int mode() {
    return attributes.mode();
  }

  Instant mtime() {
    return attributes.mtime();
  }

  Owner owner() {
    return attributes.owner();
  }

  /** The name as it stands in a header: a directory's ends in a slash. */
  String headerName() {
    return type == MemberType.DIRECTORY ? name + "/" : name;
  }
}
