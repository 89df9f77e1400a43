package org.mkbackup.adapter.sitearchive;

import java.nio.file.Path;
import org.mkbackup.domain.text.RawName;

/**
 * Something found in a site.
 *
 * @param below its raw path below the site; empty for the site itself
 */
record SiteFile(Path path, String below, Inode inode) {

  String forPeople() {
    return "'" + RawName.forPeople(below) + "'";
  }
}
