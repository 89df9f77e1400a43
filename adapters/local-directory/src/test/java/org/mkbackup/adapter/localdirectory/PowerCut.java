package org.mkbackup.adapter.localdirectory;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mockito.invocation.InvocationOnMock;

/**
 * A directory on a disk whose power fails before one of the steps: what a file system may not have
 * kept is noted, which is every change of a name since the last sync of its directory, and what was
 * written to a file and not forced. A change that others depend on goes with them.
 */
final class PowerCut {

  /** Thrown where the power fails; nothing that is done after it counts. */
  static final class Failed extends Error {
    private static final long serialVersionUID = 1L;
  }

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
  }

  private final int at;
  private final List<Change> pending = new ArrayList<>();
  private final Set<FileChannel> unforced = new HashSet<>();
  private int steps;

  PowerCut(int at) {
    this.at = at;
  }

  Folder open(Path directory) throws IOException {
    return watched(Folder.open(directory));
  }

  private Folder watched(Folder real) {
    return mock(Folder.class, call -> answer(real, call));
  }

  private @Nullable Object answer(Folder folder, InvocationOnMock call) throws Throwable {
    switch (call.getMethod().getName()) {
      case "makeFolder" -> {
        Path path = folder.path(call.getArgument(0));
        return changed(folder, call, () -> removeAll(path), path);
      }
      case "makeFile" -> {
        Path path = folder.path(call.getArgument(0));
        FileChannel made = (FileChannel) changed(folder, call, () -> removeAll(path), path);
        return watched(made, FileChannel.open(path, StandardOpenOption.WRITE));
      }
      case "rename" -> {
        Path from = folder.path(call.getArgument(0));
        Path to = folder.path(call.getArgument(1));
        return changed(folder, call, () -> Files.move(to, from), from, to);
      }
      case "removeFile" -> {
        Path path = folder.path(call.getArgument(0));
        boolean isFile = folder.hasFile(call.getArgument(0));
        byte[] content = isFile ? Files.readAllBytes(path) : new byte[0];
        return changed(folder, call, () -> Files.write(path, content), path);
      }
      case "removeEmptyFolder" -> {
        Path path = folder.path(call.getArgument(0));
        return changed(folder, call, () -> Files.createDirectory(path), path);
      }
      case "sync" -> {
        step();
        keep(folder.path());
        return null;
      }
      case "folder" -> {
        return watched((Folder) invoke(folder, call));
      }
      default -> {
        return invoke(folder, call);
      }
    }
  }

  private FileChannel watched(FileChannel real, FileChannel same) {
    unforced.add(same);
    return mock(
        FileChannel.class,
        call -> {
          boolean isForce = call.getMethod().getName().equals("force");
          if (isForce || call.getMethod().getName().equals("write")) {
            step();
          }
          if (isForce) {
            unforced.remove(same);
            return null;
          }
          return invoke(real, call);
        });
  }

  private Object changed(Folder folder, InvocationOnMock call, Undo undo, Path... paths)
      throws Throwable {
    step();
    Object result = invoke(folder, call);
    pending.add(new Change(List.of(paths), undo));
    return result;
  }

  private void step() {
    steps++;
    if (steps >= at) {
      throw new Failed();
    }
  }

  private static Object invoke(Object real, InvocationOnMock call) throws Throwable {
    try {
      call.getMethod().setAccessible(true);
      return call.getMethod().invoke(real, call.getArguments());
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /* What a durable change depends on is durable, too. */
  private void keep(Path directory) {
    List<Change> kept = new ArrayList<>();
    for (int i = pending.size() - 1; i >= 0; i--) {
      Change change = pending.get(i);
      if (change.paths().stream().anyMatch(path -> directory.equals(path.getParent()))
          || kept.stream().anyMatch(change::meets)) {
        kept.add(change);
      }
    }
    pending.removeAll(kept);
  }

  /** What isn't durable is lost: all of it, or some, with what depends on it. */
  void lose(Random random, boolean all) throws IOException {
    for (FileChannel file : unforced) {
      file.truncate(0);
    }
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
  }

  private static void removeAll(Path tree) throws IOException {
    if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> entries = Files.list(tree)) {
        for (Path entry : entries.toList()) {
          removeAll(entry);
        }
      }
    }
    Files.deleteIfExists(tree);
  }
}
