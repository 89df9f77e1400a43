package org.mkbackup.adapter.sitearchive;

import java.nio.file.Path;
import org.mkbackup.domain.text.RawName;

/**
 * Something found in a site, or in another tree.
 *
 * @param below its raw path below the tree; empty for the tree itself
 */
record SiteFile(Path path, String below, Inode inode) {

  String forPeople() {
    return "'" + RawName.forPeople(below) + "'";
  }
}
