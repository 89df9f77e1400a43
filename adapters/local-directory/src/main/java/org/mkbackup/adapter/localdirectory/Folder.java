package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.text.RawName;

/**
 * An open directory. What is done in it is done relative to its descriptor and never through a
 * link: root backs up to directories that sites' users can write to, who may exchange a directory
 * for a link at any moment.
 *
 * <p>Names are raw, see {@link RawName}, and have no slash in them.
 */
final class Folder implements AutoCloseable {
  private static final Path ITSELF = Path.of(".");

  private final Path path;
  private final SecureDirectoryStream<Path> stream;

  private Folder(Path path, DirectoryStream<Path> stream) throws IOException {
    this.path = path;
    if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
      stream.close();
      throw new IOException("This system can't work relative to an open directory");
    }
    this.stream = secure;
  }

  /** Opens a directory that is known by its path; links in it are followed. */
  @SuppressWarnings("StreamResourceLeak") // closed with the folder
  static Folder open(Path path) throws IOException {
    return new Folder(path, Files.newDirectoryStream(path));
  }

  /** Opens a directory in this one. */
  Folder folder(String name) throws IOException {
    Path child = RawName.toPath(name);
    return new Folder(path(name), stream.newDirectoryStream(child, LinkOption.NOFOLLOW_LINKS));
  }

  Path path() {
    return path;
  }

  Path path(String name) {
    return RawName.resolve(path, name);
  }

  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (SecureDirectoryStream<Path> entries = stream.newDirectoryStream(ITSELF)) {
      for (Path entry : entries) {
        names.add(RawName.nameOf(entry));
      }
    } catch (DirectoryIteratorException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    return names;
  }

  /** What stands under a name, be it a link; empty: nothing. */
  Optional<BasicFileAttributes> look(String name) throws IOException {
    try {
      return Optional.of(
          stream
              .getFileAttributeView(
                  RawName.toPath(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes());
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    }
  }

  boolean hasFile(String name) throws IOException {
    return look(name).filter(BasicFileAttributes::isRegularFile).isPresent();
  }

  boolean hasFolder(String name) throws IOException {
    return look(name).filter(BasicFileAttributes::isDirectory).isPresent();
  }

  /** What tells this directory from all others of the machine. */
  Object identity() throws IOException {
    return Objects.requireNonNull(
        stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey());
  }

  /** Makes a directory; the umask may take bits from its mode. */
  void makeFolder(String name, Set<PosixFilePermission> mode) throws IOException {
    Files.createDirectory(path(name), PosixFilePermissions.asFileAttribute(mode));
  }

  /** Makes a file, which must not be there; the umask may take bits from its mode. */
  FileChannel makeFile(String name, Set<PosixFilePermission> mode) throws IOException {
    return channel(
        name,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        PosixFilePermissions.asFileAttribute(mode));
  }

  FileChannel openFile(String name) throws IOException {
    return channel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  private FileChannel channel(
      String name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    SeekableByteChannel channel = stream.newByteChannel(RawName.toPath(name), options, attributes);
    if (channel instanceof FileChannel file) {
      return file;
    }
    channel.close();
    throw new IOException("This system can't force what it writes to the disk");
  }

  /** Owner, group and mode of this directory. */
  PosixFileAttributeView ownership() {
    return stream.getFileAttributeView(PosixFileAttributeView.class);
  }

  /** Owner, group and mode of a file. */
  PosixFileAttributeView ownership(String name) {
    return stream.getFileAttributeView(
        RawName.toPath(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  void rename(String from, String to) throws IOException {
    stream.move(RawName.toPath(from), stream, RawName.toPath(to));
  }

  void removeFile(String name) throws IOException {
    stream.deleteFile(RawName.toPath(name));
  }

  void removeEmptyFolder(String name) throws IOException {
    stream.deleteDirectory(RawName.toPath(name));
  }

  /** Makes durable which names this directory has. */
  void sync() throws IOException {
    try (FileChannel itself = channel(ITSELF.toString(), Set.of(StandardOpenOption.READ))) {
      itself.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
