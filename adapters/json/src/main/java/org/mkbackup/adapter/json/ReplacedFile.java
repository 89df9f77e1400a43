package org.mkbackup.adapter.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.mkbackup.domain.text.RawName;

/**
 * Replaces files atomically, in directories that others may write to as well.
 *
 * <p>The state of a restore lies in {@code /tmp}. So new content goes to a file of a name that
 * can't be foreseen and that must not be there yet, which then takes the place of the old one by
 * rename: a link that was planted there is replaced, not followed. The mode is set by the creation
 * alone, since a later change could hit another file that took the name.
 */
final class ReplacedFile {
  private static final FileAttribute<?> MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));
  private static final int RANDOM_BYTES = 12;

  private final SecureRandom random;

  ReplacedFile(SecureRandom random) {
    this.random = random;
  }

  /** Readable for owner and group at most. Missing directories are made. */
  void write(Path file, byte[] content) throws IOException {
    Path directory = file.resolveSibling("");
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
    }
    Path fresh = RawName.resolve(directory, freshName(file));
    boolean renamed = false;
    try {
      fill(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      renamed = true;
    } finally {
      if (!renamed) {
        Files.deleteIfExists(fresh);
      }
    }
  }

  private static void fill(Path fresh, byte[] content) throws IOException {
    try (OutputStream sink =
        Channels.newOutputStream(
            Files.newByteChannel(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), MODE))) {
      sink.write(content);
    }
  }

  private String freshName(Path file) {
    byte[] suffix = new byte[RANDOM_BYTES];
    random.nextBytes(suffix);
    return "." + RawName.nameOf(file) + "." + HexFormat.of().formatHex(suffix) + ".new";
  }
}
