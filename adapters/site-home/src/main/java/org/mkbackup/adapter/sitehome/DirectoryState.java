package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What of a directory changes by itself, or has to be changed, while its entries come and go.
 *
 * @param mode the permission bits, setuid, setgid and sticky included
 */
record DirectoryState(int mode, FileTime modified) {
  private static final int PERMISSIONS = 07777;
  private static final int OWNER = 0700;

  static DirectoryState of(Path directory) throws IOException {
    int mode = (int) Files.getAttribute(directory, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    FileTime modified = Files.getLastModifiedTime(directory, LinkOption.NOFOLLOW_LINKS);
    return new DirectoryState(mode & PERMISSIONS, modified);
  }

  /** The same directory when its owner may do everything in it. */
  DirectoryState opened() {
    return new DirectoryState(mode | OWNER, modified);
  }

  DirectoryState withMode(int other) {
    return new DirectoryState(other, modified);
  }
}
