package org.mkbackup.adapter.sqlitehistory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.text.RawName;

/**
 * A directory for one process alone, in a place that all share: {@code
 * mkbackup-history-PID-RANDOM}.
 */
record PrivateDirectory(Path path) implements Closeable {
  private static final String PREFIX = "mkbackup-history-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,10})-.+");

  /** Makes one for this process. */
  static PrivateDirectory make(Path parent) throws IOException {
    String prefix = PREFIX + ProcessHandle.current().pid() + "-";
    return new PrivateDirectory(
        Files.createTempDirectory(parent, prefix, permissions("rwx------")));
  }

  /** The process that the name tells; empty if it isn't the name of such a directory. */
  OptionalLong process() {
    Matcher name = NAME.matcher(RawName.nameOf(path));
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }

  /** Makes an empty file that nobody else may read. */
  Path makeFile(String name) throws IOException {
    return Files.createFile(path.resolve(name), permissions("rw-------"));
  }

  /** Removes the directory and the files in it; does nothing if it isn't there. */
  @Override
  public void close() throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Files.delete(path);
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
