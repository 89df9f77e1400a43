package org.mkbackup.adapter.logfile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.text.RawName;

/** Sets a full log aside: {@code LOG} becomes {@code LOG.1}, that one {@code LOG.2}, and so on. */
final class SetAside {

  /** Something that is asked again, once nobody else can set aside. */
  interface Question {
    boolean ask() throws IOException;
  }

  private final Path file;
  private final int kept;

  SetAside(Path file, int kept) {
    this.file = file;
    this.kept = kept;
  }

  /** Does it if it is still to be done. Of several processes one does it; none waits for it. */
  void run(Question isFull) throws IOException {
    try {
      runAlone(isFull);
    } catch (NoSuchFileException | OverlappingFileLockException done) {
      // Another one has done it, or is doing it.
    }
  }

  private void runAlone(Question isFull) throws IOException {
    Object before = key();
    try (FileChannel log =
            FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        @Nullable FileLock lock = log.tryLock()) {
      if (lock != null && before.equals(key()) && isFull.ask()) {
        for (int number = kept; number > 1; number--) {
          move(number(number - 1), number(number));
        }
        move(file, number(1));
      }
    }
  }

  private Object key() throws IOException {
    return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
  }

  private Path number(int number) {
    return RawName.resolve(file.resolveSibling(""), RawName.nameOf(file) + "." + number);
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
