package org.mkbackup.adapter.sitearchive;

import java.util.Optional;

/**
 * Something found in a tree.
 *
 * @param content of a small file, if it was read already
 */
record ReadFile(SiteFile file, Optional<OpenFile> content) {

  static ReadFile unread(SiteFile file) {
    return new ReadFile(file, Optional.empty());
  }
}
