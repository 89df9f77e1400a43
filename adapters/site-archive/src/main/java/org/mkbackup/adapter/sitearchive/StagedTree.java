package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.text.RawName;

/**
 * Makes the members of an archive below a directory. Files are made in their order, but filled and
 * completed a little later; what goes to one that was made before waits for that. What is not a
 * directory takes the place of what stands there, unless that is one. All is the owner's alone
 * until it is complete: a file gets its mode when it is written, a directory when all is.
 */
final class StagedTree implements Tree, AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = own("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY = own("rwx------");
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final Set<OpenOption> BOTH_ENDS =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private static final int MISSING_MODE = 0755;

  private final Path root;
  private final AttributeWriter extended;
  private final WriteBehind behind = new WriteBehind(this::failure);
  private final Map<String, Attributes> directories = new LinkedHashMap<>();

  StagedTree(Path root, AttributeWriter extended) {
    this.root = root;
    this.extended = extended;
  }

  @Override
  public void directory(String below, Attributes attributes) throws IOException {
    if (directories.put(below, attributes) == null && !below.isEmpty()) {
      makeDirectory(path(below));
    }
  }

  @Override
  public void missingDirectory(String below, Instant mtime) throws IOException {
    Owner unused = new Owner(0, 0, "", "");
    directory(below, new Attributes(MISSING_MODE, mtime, unused, List.of()));
  }

  @Override
  public void file(String below, Member member, TarReader content) throws IOException {
    Path path = path(below);
    FileChannel channel = make(path, () -> FileChannel.open(path, NEW, OWN_FILE));
    new StagedFile(channel, member.size(), () -> set(below, member.attributes()))
        .fill(content, below, behind);
  }

  @Override
  public void symlink(String below, Member member) throws IOException {
    Path path = path(below);
    make(path, () -> LinkText.make(path, member.link()));
    Attributes.setTime(path, member.mtime());
  }

  @Override
  public void fifo(String below, Attributes attributes) throws IOException {
    Path path = path(below);
    behind.await();
    make(path, () -> makeFifo(path));
    // Times are set through a descriptor, and opening a FIFO waits for its other end: be that too.
    FileChannel bothEnds = FileChannel.open(path, BOTH_ENDS);
    try {
      set(below, attributes);
    } finally {
      bothEnds.close();
    }
  }

  static Path makeFifo(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(RawName.forPeople(path));
    }
    RawCommand.run(List.of("mkfifo", "-m", "600", "--"), List.of(RawName.of(path)));
    return path;
  }

  @Override
  public void hardLink(String below, Member member, String target) throws IOException {
    Path path = path(below);
    behind.await();
    make(path, () -> Files.createLink(path, path(target)));
  }

  /* Those further down come first: the mode of one above may shut them off. */
  @Override
  public void finish(Inventory members) throws IOException {
    behind.await();
    List<Map.Entry<String, Attributes>> all = new ArrayList<>(directories.entrySet());
    for (int i = all.size() - 1; i >= 0; i--) {
      set(all.get(i).getKey(), all.get(i).getValue());
    }
  }

  @Override
  public SiteException failure(String below, IOException e) {
    return new SiteException(
        Damage.quote(below) + " can't be unpacked: " + SystemReason.of(e),
        SystemReason.isNoRoom(e)
            ? "Make room on the site's file system, or restore with --in-place"
            : "See that the site's directory can be written",
        e);
  }

  @Override
  public void close() {
    behind.close();
  }

  private void set(String below, Attributes attributes) throws IOException {
    extended.complete(path(below), below, attributes);
  }

  private Path path(String below) {
    return below.isEmpty() ? root : RawName.resolve(root, below);
  }

  /* One that stands there already is taken, and no link in its place. */
  private static void makeDirectory(Path path) throws IOException {
    try {
      Files.createDirectory(path, OWN_DIRECTORY);
    } catch (FileAlreadyExistsException e) {
      if (!isDirectory(path)) {
        throw e;
      }
    }
  }

  private interface Maker<T> {
    T make() throws IOException;
  }

  private <T> T make(Path path, Maker<T> maker) throws IOException {
    try {
      return maker.make();
    } catch (FileAlreadyExistsException e) {
      if (isDirectory(path)) {
        throw e;
      }
      behind.await();
      Files.delete(path);
      return maker.make();
    }
  }

  private static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileAttribute<Set<PosixFilePermission>> own(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
