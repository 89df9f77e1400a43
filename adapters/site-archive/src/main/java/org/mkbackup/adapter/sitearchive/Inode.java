package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** What the file system knows of a file; a symlink is not followed. */
final class Inode {
  private static final String ATTRIBUTES = "unix:mode,uid,gid,nlink,ino,dev,size,lastModifiedTime";
  private static final int TYPE = 0170000;

  /** Which file it is, whatever its name. */
  record Key(long device, long number) {}

  private final Map<String, Object> attributes;

  private Inode(Map<String, Object> attributes) {
    this.attributes = attributes;
  }

  static Inode of(Path path) throws IOException {
    return new Inode(Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
  }

  boolean isFile() {
    return type() == 0100000;
  }

  boolean isDirectory() {
    return type() == 0040000;
  }

  boolean isSymlink() {
    return type() == 0120000;
  }

  boolean isFifo() {
    return type() == 0010000;
  }

  boolean isSocket() {
    return type() == 0140000;
  }

  /** Permission bits with setuid, setgid and sticky. */
  int mode() {
    return (int) number("mode") & 07777;
  }

  long uid() {
    return number("uid") & 0xffff_ffffL;
  }

  long gid() {
    return number("gid") & 0xffff_ffffL;
  }

  long size() {
    return number("size");
  }

  long names() {
    return number("nlink");
  }

  Key key() {
    return new Key(number("dev"), number("ino"));
  }

  Instant modified() {
    return attributes.get("lastModifiedTime") instanceof FileTime time
        ? time.toInstant()
        : Instant.EPOCH;
  }

  private int type() {
    return (int) number("mode") & TYPE;
  }

  private long number(String attribute) {
    return attributes.get(attribute) instanceof Number number ? number.longValue() : 0;
  }
}
