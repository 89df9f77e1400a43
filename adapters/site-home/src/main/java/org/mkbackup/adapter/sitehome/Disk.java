package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Every change that a swap makes to the disk, each of which is done or not done when the process is
 * killed. An interrupt of the thread stops none of them.
 */
interface Disk {

  /** Makes a directory that only its owner can enter. */
  void makeDirectory(Path directory) throws IOException;

  /** Makes a new file that only its owner can read; its content is durable, its name is not yet. */
  void write(Path file, byte[] content) throws IOException;

  void rename(Path from, Path to) throws IOException;

  /**
   * Lets two directories change places at one instant.
   *
   * @return whether system and file system can; nothing was done if not
   */
  boolean exchange(Path one, Path other) throws IOException;

  /** Removes a file or an empty directory, if it is there. */
  void delete(Path path) throws IOException;

  /** Sets a directory's mode and time. Does nothing to one that is somebody else's. */
  void apply(Path directory, DirectoryState state) throws IOException;

  /** Makes the names in a directory durable. */
  void sync(Path directory) throws IOException;

  /** Makes all durable that is on the file system of a directory. */
  void syncFileSystem(Path directory) throws IOException;
}
