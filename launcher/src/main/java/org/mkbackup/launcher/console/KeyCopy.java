package org.mkbackup.launcher.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.text.RawName;

/** The file of an exported key. */
public final class KeyCopy {
  private static final int MOST_BYTES = 1 << 20;

  private final Path path;

  /**
   * The copy in a file.
   *
   * @param file as it stands on the command line
   */
  public KeyCopy(String file) {
    try {
      this.path = Path.of(file).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new UsageException("'" + file + "' is not the name of a file", "", e);
    }
    if (file.isEmpty() || path.getFileName() == null) {
      throw new UsageException("'" + file + "' is not the name of a file", "");
    }
  }

  public Path path() {
    return path;
  }

  /** The file's name without what stands behind the last dot. */
  public String name() {
    return RawName.forPeople(RawName.nameOf(path)).replaceFirst("(?<=.)\\.[^.]*$", "");
  }

  /** What it holds. */
  public String read() {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UsageException(
            RawName.forPeople(path) + " is larger than any key", "Give the file of a key");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw failure("read", e, "Give a file that 'mkbackup key export' or Checkmk wrote");
    }
  }

  /** Makes the file, readable by its owner only from its first moment, and syncs it. */
  public void write(String pem) {
    try (FileChannel file =
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      fill(file, pem);
    } catch (FileAlreadyExistsException e) {
      throw failure("written", e, "Name a new file: none is overwritten");
    } catch (IOException e) {
      throw failure("written", e, "See to its directory and to the space that is left there");
    }
  }

  /* Half a copy may be taken for one. */
  private void fill(FileChannel file, String pem) throws IOException {
    boolean whole = false;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(pem.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(path);
      }
    }
  }

  private UsageException failure(String done, IOException e, String hint) {
    return new UsageException(
        RawName.forPeople(path) + " can't be " + done + ": " + SystemReason.of(e), hint, e);
  }
}
