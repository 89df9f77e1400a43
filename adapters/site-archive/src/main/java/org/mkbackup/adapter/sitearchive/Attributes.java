package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a file beside its content.
 *
 * @param mode permission bits with setuid, setgid and sticky
 * @param extended its extended attributes; each name once
 */
record Attributes(int mode, Instant mtime, Owner owner, List<ExtendedAttribute> extended) {

  /** The path must be readable; the mode comes last, as it may take that away. */
  void setTimeAndMode(Path path) throws IOException {
    setTime(path, mtime);
    Files.setAttribute(path, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
  }

  /** For symlinks too, whose times Java cuts to microseconds. */
  static void setTime(Path path, Instant mtime) throws IOException {
    FileTime time = FileTime.from(mtime);
    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(time, time, null);
  }
}
