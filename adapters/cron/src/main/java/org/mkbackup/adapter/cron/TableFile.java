package org.mkbackup.adapter.cron;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.text.RawName;

/**
 * A file that cron reads. It is written beside its place, synced, and renamed: cron, which looks at
 * any moment, finds the old one or the new one. Meanwhile its name has a dot in it, and cron and
 * Checkmk pass it over.
 *
 * <p>Cron's rules for {@code /etc/cron.d}: nobody but the owner may write to the file; here all may
 * read it, as is usual there.
 */
final class TableFile {
  private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final Path path;
  private final Path temporary;

  TableFile(Path path) {
    this.path = path;
    this.temporary =
        path.resolveSibling("." + Objects.requireNonNull(path.getFileName()) + ".new-mkbackup");
  }

  void replace(String content) {
    try {
      Path directory = path.toAbsolutePath().resolveSibling(".").normalize();
      Files.createDirectories(directory, attribute(DIRECTORY));
      Files.deleteIfExists(temporary);
      try {
        write(content);
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      try (FileChannel names = FileChannel.open(directory)) {
        names.force(true);
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "The cron table " + RawName.forPeople(path) + " can't be written: " + SystemReason.of(e),
          e instanceof AccessDeniedException
              ? "Run this as the user that its directory belongs to"
              : "See to its directory and to the space that is left there",
          e);
    }
  }

  private void write(String content) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            temporary,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            attribute(MODE))) {
      // What the umask took away.
      Files.setPosixFilePermissions(temporary, MODE);
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> attribute(Set<PosixFilePermission> mode) {
    return PosixFilePermissions.asFileAttribute(mode);
  }
}
