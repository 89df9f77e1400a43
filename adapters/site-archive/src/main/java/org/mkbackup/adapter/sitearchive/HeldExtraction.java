package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mkbackup.adapter.sitearchive.Inventory.Kind;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.text.RawName;

/** Members of archives on their way to a directory, each directory of which is held. */
final class HeldExtraction implements MemberExtractor.Extraction {
  private static final String HIDDEN = ".mkbackup-extracting";
  private static final int WITHOUT_SPECIAL_BITS = 0777;
  private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final LinuxCalls system;
  private final Path top;
  private final boolean overwrite;
  private final Descent descent;
  private final Descent targets;
  private final Inventory made = new Inventory();
  private final Map<String, ArchiveMember> directories = new LinkedHashMap<>();

  private HeldExtraction(LinuxCalls system, Path top, boolean overwrite) throws IOException {
    this.system = system;
    this.top = top;
    this.overwrite = overwrite;
    descent = new Descent(system, top);
    targets = new Descent(system, top);
  }

  static HeldExtraction into(Path directory, boolean overwrite) {
    try {
      makeTop(directory);
      return new HeldExtraction(LinuxCalls.get(), directory.toRealPath(), overwrite);
    } catch (LinkageError e) {
      throw new TargetException(
          "Nothing can be extracted: native code can't be loaded: " + e.getMessage(),
          "Java must be able to run code from its temporary directory, or from"
              + " jna.boot.library.path",
          e);
    } catch (IOException e) {
      throw new TargetException(
          "'" + RawName.forPeople(directory) + "' can't be extracted to: " + SystemReason.of(e),
          "Name a directory, or one that can be made",
          e);
    }
  }

  private static void makeTop(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (Files.exists(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    Files.createDirectory(directory, OWN_DIRECTORY);
  }

  @Override
  public void put(ArchiveMember member, MemberVisitor.Content content) {
    Interrupts.check();
    String path = member.path();
    try {
      refuseHidden(path);
      makeParents(path);
      if (member.kind() == ArchiveMember.Kind.DIRECTORY) {
        if (makeDirectory(path)) {
          directories.put(path, member);
        }
      } else {
        putFile(member, content);
      }
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /* Those below it never come this far. */
  private static void refuseHidden(String path) throws IOException {
    if (path.endsWith("/" + HIDDEN)) {
      throw new FileSystemException(
          RawName.forPeople(path), null, "this name is used while files are extracted");
    }
  }

  private void makeParents(String path) throws IOException {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      if (made.kindOf(parent).isEmpty()) {
        makeDirectory(parent);
      }
    }
  }

  /* Whether it is new; one that stands there is taken, but no link in its place. */
  private boolean makeDirectory(String path) throws IOException {
    boolean again = made.kindOf(path).isPresent();
    if (!again) {
      made.add(path, Kind.DIRECTORY);
    }
    Path place = descent.path(path);
    try {
      Files.createDirectory(place, OWN_DIRECTORY);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        throw notADirectory(path, place);
      }
      return directories.containsKey(path);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private void putFile(ArchiveMember member, MemberVisitor.Content content) throws IOException {
    Path place = descent.path(member.path());
    boolean again = made.kindOf(member.path()).isPresent();
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw occupied(
          member.path(),
          "a directory",
          "Directories are never replaced: remove it, or name another directory");
    }
    if (!(overwrite || again) && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw occupied(member.path(), "something", "--force replaces it; or name another directory");
    }
    Path hidden = place.resolveSibling(HIDDEN);
    Files.deleteIfExists(hidden);
    try {
      make(member, content, hidden);
      Files.move(hidden, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      // After a failure; and a rename to another name of the same file leaves both.
      Files.deleteIfExists(hidden);
    }
    if (!again) {
      made.add(member.path(), Kind.FILE);
    }
  }

  private void make(ArchiveMember member, MemberVisitor.Content content, Path hidden)
      throws IOException {
    switch (member.kind()) {
      case SYMLINK -> {
        LinkText.make(hidden, member.link());
        Attributes.setTime(hidden, member.mtime());
      }
      case HARD_LINK -> Files.createLink(hidden, targets.path(member.link()));
      case FIFO -> {
        StagedTree.makeFifo(hidden);
        try (Held fifo = Held.any(system, hidden)) {
          finish(fifo, member);
        }
      }
      case FILE, DIRECTORY -> {
        try (Held file = Held.newFile(system, hidden)) {
          try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
          }
          finish(file, member);
        }
      }
    }
  }

  private static void finish(Held file, ArchiveMember member) throws IOException {
    file.setTime(member.mtime());
    Files.setAttribute(file.path(), "unix:mode", member.mode() & WITHOUT_SPECIAL_BITS);
  }

  @Override
  public void finish() {
    List<ArchiveMember> all = new ArrayList<>(directories.values());
    for (int i = all.size() - 1; i >= 0; i--) {
      ArchiveMember member = all.get(i);
      try {
        finish(descent.directory(member.path()), member);
      } catch (IOException e) {
        throw failure(member.path(), e);
      }
    }
  }

  private TargetException notADirectory(String path, Path place) {
    return Files.isSymbolicLink(place)
        ? occupied(
            path,
            "a symbolic link",
            "Links are not followed, with --force neither: remove it, or name another directory")
        : occupied(
            path,
            "something else than a directory",
            "--force doesn't replace it by one: remove it, or name another directory");
  }

  private TargetException occupied(String path, String what, String hint) {
    return new TargetException(cannotMake(path) + what + " stands there already", hint);
  }

  private TargetException failure(String path, IOException e) {
    Interrupts.check(e);
    return new TargetException(
        cannotMake(path) + SystemReason.of(e),
        SystemReason.isNoRoom(e)
            ? "Make room, or name another directory"
            : "Name another directory",
        e);
  }

  private String cannotMake(String path) {
    return Damage.quote(path) + " can't be made in '" + RawName.forPeople(top) + "': ";
  }

  @Override
  public void close() {
    descent.close();
    targets.close();
  }
}
