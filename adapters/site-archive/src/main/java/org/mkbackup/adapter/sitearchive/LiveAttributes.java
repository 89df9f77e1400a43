package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.run.RunLog;

/**
 * Gives files that are held all that the archive knows of them. In this order, because a change of
 * the owner takes the setuid bit and the capabilities, and one of an ACL changes the mode.
 */
final class LiveAttributes {
  private final Ownership ownership;
  private final AttributeWriter extended;

  LiveAttributes(Path top, RunLog log) {
    ownership = new Ownership(top, new Refusals(log));
    extended = new AttributeWriter(AttributeScope.SYSTEM, log);
  }

  void give(Held file, String below, Attributes wanted) throws IOException {
    giveDirectory(file, below, wanted, wanted.mode());
    file.setTime(wanted.mtime());
  }

  /** All but the time of a directory that is still to be filled, and with another mode. */
  void giveDirectory(Held file, String below, Attributes wanted, int mode) throws IOException {
    ownership.give(file.path(), below, wanted.owner());
    extended.replace(file.path(), below, wanted.extended());
    Files.setAttribute(file.path(), "unix:mode", mode);
  }

  /** When all is in it that should be. */
  void finishDirectory(Held directory, Attributes wanted) throws IOException {
    Files.setAttribute(directory.path(), "unix:mode", wanted.mode());
    directory.setTime(wanted.mtime());
  }

  void giveSymlink(Held link, String below, Attributes wanted) throws IOException {
    ownership.give(link.path(), below, wanted.owner());
    link.setTime(wanted.mtime());
  }
}
