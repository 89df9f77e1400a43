package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import java.util.function.Predicate;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Makes a tree that is in use what an archive says. Whatever is not a directory is made complete
 * under a hidden name in its directory and takes its place by rename.
 */
final class LiveTree implements Tree, AutoCloseable {
  /** What a file is called until it is complete. */
  static final String HIDDEN = ".mkbackup-restoring";

  private static final int OWN = 0700;
  private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final SystemTree tree;
  private final LinuxCalls system;
  private final RunLog log;
  private final MountPoints mounts;
  private final Descent descent;
  private final Descent targets;
  private final LiveAttributes attributes;
  private final Map<String, Attributes> directories = new LinkedHashMap<>();

  LiveTree(SystemTree tree, LinuxCalls system, RunLog log) throws IOException {
    this.tree = tree;
    this.system = system;
    this.log = log;
    Path top = tree.directory().toRealPath();
    mounts = MountPoints.below(top);
    attributes = new LiveAttributes(top, log);
    descent = new Descent(system, top);
    targets = new Descent(system, top);
  }

  @Override
  public void directory(String below, Attributes wanted) throws IOException {
    if (mounts.contains(below) && tree.leavesOutAllIn(below)) {
      return; // What is mounted there belongs to others, and may never answer.
    }
    if (!below.isEmpty()) {
      makeDirectory(below);
    }
    attributes.giveDirectory(descent.directory(below), below, wanted, wanted.mode() | OWN);
    directories.put(below, wanted);
  }

  @Override
  public void missingDirectory(String below, Instant mtime) throws IOException {
    makeDirectory(below);
  }

  private void makeDirectory(String below) throws IOException {
    Path path = descent.path(below);
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
      Files.createDirectory(path, OWN_DIRECTORY);
    }
  }

  @Override
  public void file(String below, Member member, TarReader content) throws IOException {
    put(
        below,
        hidden -> {
          try (Held file = Held.newFile(system, hidden)) {
            try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
              FileWriter writer = new FileWriter(channel, member.size());
              content.content((bytes, part) -> writer.write(bytes));
              writer.finish();
            }
            attributes.give(file, below, member.attributes());
          }
        });
  }

  @Override
  public void symlink(String below, Member member) throws IOException {
    put(
        below,
        hidden -> {
          LinkText.make(hidden, member.link());
          try (Held link = Held.any(system, hidden)) {
            attributes.giveSymlink(link, below, member.attributes());
          }
        });
  }

  @Override
  public void fifo(String below, Attributes wanted) throws IOException {
    put(
        below,
        hidden -> {
          StagedTree.makeFifo(hidden);
          try (Held fifo = Held.any(system, hidden)) {
            attributes.give(fifo, below, wanted);
          }
        });
  }

  @Override
  public void hardLink(String below, Member member, String target) throws IOException {
    put(below, hidden -> Files.createLink(hidden, targets.path(target)));
  }

  private interface Maker {
    void make(Path hidden) throws IOException;
  }

  private void put(String below, Maker maker) throws IOException {
    Path path = descent.path(below);
    Path hidden = path.resolveSibling(HIDDEN);
    try {
      try {
        maker.make(hidden);
      } catch (FileAlreadyExistsException e) {
        removeAll(hidden, below + " (" + HIDDEN + ")");
        maker.make(hidden);
      }
      replace(hidden, path, below);
    } finally {
      // After a failure; and a rename to another name of the same file leaves both.
      Files.deleteIfExists(hidden);
    }
  }

  private void replace(Path hidden, Path path, String below) throws IOException {
    try {
      Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      removeAll(path, below);
      Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void removeAll(Path path, String below) throws IOException {
    // The archive has this name: what is kept is what the archive doesn't have.
    Predicate<String> untouched = tree.kept().matches(below) ? this::isOutside : this::staysAlone;
    if (untouched.test(below)
        || !new Sweep(system, untouched, name -> false, log).isGone(path, below)) {
      throw new FileSystemException(
          RawName.forPeople(below),
          null,
          "a directory stands there in which something is mounted, or is left out of restores");
    }
  }

  @Override
  public void finish(Inventory members) throws IOException {
    Predicate<String> wanted = name -> members.kindOf(name).isPresent();
    new Sweep(system, this::staysAlone, wanted, log).clear(descent.directory(""), "");
    List<Map.Entry<String, Attributes>> all = new ArrayList<>(directories.entrySet());
    for (int i = all.size() - 1; i >= 0; i--) {
      Interrupts.check();
      attributes.finishDirectory(descent.directory(all.get(i).getKey()), all.get(i).getValue());
    }
    sync();
  }

  private void sync() throws IOException {
    descent.directory("").syncFileSystem();
    for (String mount : mounts.all()) {
      if (directories.containsKey(mount)) {
        descent.directory(mount).syncFileSystem();
      }
    }
  }

  private boolean staysAlone(String below) {
    return isOutside(below) || tree.kept().matches(below);
  }

  private boolean isOutside(String below) {
    return tree.leftOut().matches(below) || mounts.contains(below);
  }

  @Override
  public SiteException failure(String below, IOException e) {
    String what = below.isEmpty() ? tree.name() : tree.name() + "/" + below;
    return new SiteException(
        Damage.quote("/" + what) + " can't be restored: " + SystemReason.of(e),
        (SystemReason.isNoRoom(e) ? "Make room on its file system" : "See what stands there")
            + ", and restore again: that goes on where this ended",
        e);
  }

  @Override
  public void close() {
    descent.close();
    targets.close();
  }
}
