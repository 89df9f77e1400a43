package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mkbackup.contract.StorePlace;
import org.mkbackup.domain.port.BackupStore;

/** A directory as a place of backups. */
record LocalPlace(Path directory, Mounts mounts) implements StorePlace {

  @Override
  public BackupStore store() {
    return new LocalBackupStore(new TargetDirectory(directory, false));
  }

  @Override
  public void put(String path, byte[] content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<String> paths() {
    try (Stream<Path> all = Files.walk(directory)) {
      Set<String> paths = new TreeSet<>();
      all.filter(path -> !path.equals(directory) && !isFilled(path))
          .forEach(path -> paths.add(directory.relativize(path).toString()));
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFilled(Path path) {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<StorePlace> withRoomFor(int bytes) {
    return mounts.tmpfs("size=" + bytes).map(small -> new LocalPlace(small, mounts));
  }
}
