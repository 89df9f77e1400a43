package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.mkbackup.domain.port.SiteTrees;

/**
 * A disk that notes what a file system may not have kept when the power fails: every change of a
 * name since the last sync of its directory. A change that others depend on goes with them; those
 * that have nothing to do with each other may be lost in any order.
 */
final class PowerCut implements Disk {

  private interface Undo {
    void run() throws IOException;
  }

  private record Change(List<Path> paths, Undo undo) {
    boolean meets(Change other) {
      return paths.stream()
          .anyMatch(
              path ->
                  other.paths.stream()
                      .anyMatch(their -> path.startsWith(their) || their.startsWith(path)));
    }

    boolean isIn(Path directory) {
      return paths.stream().anyMatch(path -> directory.equals(path.getParent()));
    }
  }

  private final Disk disk;
  private final List<Change> pending = new ArrayList<>();
  private boolean contentIsDurable;

  PowerCut(Disk disk) {
    this.disk = disk;
  }

  /** Trees that remove nothing while something that came before may be lost. */
  SiteTrees watched(SiteTrees trees) {
    return (SiteTrees)
        Proxy.newProxyInstance(
            SiteTrees.class.getClassLoader(),
            new Class<?>[] {SiteTrees.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("remove") && Names.exists((Path) arguments[0])) {
                requireDurable((Path) arguments[0]);
              }
              try {
                return method.invoke(trees, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private void requireDurable(Path removed) {
    if (!pending.isEmpty()) {
      throw new AssertionError(
          removed + " is removed, while a loss of power may undo " + pending.get(0).paths());
    }
  }

  /** Whether what is in the new tree's files was on disk. */
  boolean contentIsDurable() {
    return contentIsDurable;
  }

  /** The power fails: some changes are lost, or all, and those that depend on them. */
  void fail(Random random, boolean all) throws IOException {
    Set<Change> lost = new HashSet<>();
    for (Change change : pending) {
      if (all || random.nextInt(3) == 0 || lost.stream().anyMatch(change::meets)) {
        lost.add(change);
      }
    }
    for (int i = pending.size() - 1; i >= 0; i--) {
      if (lost.contains(pending.get(i))) {
        pending.get(i).undo().run();
      }
    }
    pending.clear();
  }

  private void note(Undo undo, Path... paths) {
    pending.add(new Change(List.of(paths), undo));
  }

  /* What a durable change depends on is durable, too. */
  private void keep(List<Change> durable) {
    List<Change> kept = new ArrayList<>();
    for (int i = pending.size() - 1; i >= 0; i--) {
      Change change = pending.get(i);
      if (durable.contains(change) || kept.stream().anyMatch(change::meets)) {
        kept.add(change);
      }
    }
    pending.removeAll(kept);
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    disk.makeDirectory(directory);
    note(() -> removeAll(directory), directory);
  }

  private static void removeAll(Path tree) throws IOException {
    if (Names.isDirectory(tree)) {
      try (Stream<Path> entries = Files.list(tree)) {
        for (Path entry : entries.toList()) {
          removeAll(entry);
        }
      }
    }
    Files.deleteIfExists(tree);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    disk.write(file, content);
    note(() -> Files.deleteIfExists(file), file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
    note(() -> Files.move(to, from), from, to);
  }

  @Override
  public boolean exchange(Path one, Path other) throws IOException {
    boolean done = disk.exchange(one, other);
    if (done) {
      note(() -> new UnixDisk(new LinuxCalls()).exchange(one, other), one, other);
    }
    return done;
  }

  @Override
  public void delete(Path path) throws IOException {
    if (!Names.exists(path)) {
      disk.delete(path);
    } else if (Names.isDirectory(path)) {
      DirectoryState state = DirectoryState.of(path);
      disk.delete(path);
      note(
          () -> {
            Files.createDirectory(path);
            Files.setAttribute(path, "unix:mode", state.mode());
          },
          path);
    } else {
      byte[] content = Files.readAllBytes(path);
      disk.delete(path);
      note(() -> Files.write(path, content), path);
    }
  }

  /* Modes and times are kept at once, which is as good as any other order. */
  @Override
  public void apply(Path directory, DirectoryState state) throws IOException {
    disk.apply(directory, state);
  }

  @Override
  public void sync(Path directory) throws IOException {
    disk.sync(directory);
    keep(pending.stream().filter(change -> change.isIn(directory)).toList());
  }

  @Override
  public void syncFileSystem(Path directory) throws IOException {
    disk.syncFileSystem(directory);
    keep(List.copyOf(pending));
    contentIsDurable = true;
  }
}
