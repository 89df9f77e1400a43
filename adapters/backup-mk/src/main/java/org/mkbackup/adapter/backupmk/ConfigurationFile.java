package org.mkbackup.adapter.backupmk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.text.RawName;

/**
 * A file that is read whole, and changed under a lock by an atomic replacement.
 *
 * <p>The lock is one of {@code fcntl(2)} on {@code .FILE.lock} beside the file, which stays. It
 * keeps writers of this program apart; Checkmk's own user interface takes a {@code flock(2)} on the
 * file itself, which Java can't, so of two changes made by both in the same moment the later one
 * counts. Readers take no lock: they see the file before or after a change.
 */
final class ConfigurationFile {
  /* Locks of fcntl(2) belong to the process; this one keeps its threads apart. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  /* Thousands of jobs or keys; what it reads to has to fit into memory. */
  private static final long MOST_BYTES = 4L << 20;

  private final Path path;
  private final Replacement replacement;

  /**
   * @param most the permissions that the file may have at most
   */
  ConfigurationFile(Path path, Set<PosixFilePermission> most) {
    this(path, new Replacement(path, most));
  }

  /**
   * @param replacement of the same path
   */
  ConfigurationFile(Path path, Replacement replacement) {
    this.path = path;
    this.replacement = replacement;
  }

  /** The file's name for people. */
  String name() {
    return RawName.forPeople(path);
  }

  /** What it holds; nothing if it is missing. A symlink in its place is followed. */
  Source read() {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new ConfigurationException(name() + " is not a file", "Move it out of the way");
    }
    try {
      requireReasonableSize();
      return Source.decode(name(), Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return new Source(name(), "");
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  private void requireReasonableSize() throws IOException {
    if (Files.size(path) > MOST_BYTES) {
      throw new ConfigurationException(
          name() + " has more than " + (MOST_BYTES >> 20) + " MiB, too many for a configuration",
          "Look at what it holds, and move it out of the way if it is something else");
    }
  }

  /**
   * Replaces what it holds. A symlink in its place is refused: what it leads to may be in a place
   * that can't be replaced atomically, and the link was put there on purpose. If anything fails,
   * the file is as it was.
   *
   * @param edit gets what the file holds now; what it throws comes out of here
   */
  void change(UnaryOperator<String> edit) {
    THREADS.lock();
    try (FileChannel lockFile = openLock();
        FileLock lock = lockFile.lock()) {
      Objects.requireNonNull(lock);
      if (Files.isSymbolicLink(path)) {
        throw new ConfigurationException(
            name() + " is a symbolic link and is not replaced", "Put the file itself there");
      }
      replacement.write(edit.apply(read().text()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure("written", e);
    } finally {
      THREADS.unlock();
    }
  }

  private FileChannel openLock() throws IOException {
    return FileChannel.open(
        path.resolveSibling("." + Objects.requireNonNull(path.getFileName()) + ".lock"),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw----")));
  }

  private ConfigurationException failure(String done, IOException e) {
    return new ConfigurationException(
        name() + " can't be " + done + ": " + reason(e),
        e instanceof AccessDeniedException
            ? "Run this as the user that it belongs to"
            : "See to its directory and to the space that is left there",
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof NoSuchFileException
        ? "its directory doesn't exist"
        : String.valueOf(e.getMessage());
  }
}
