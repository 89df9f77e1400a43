package org.mkbackup.adapter.backupmk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.mount.MountCredentials;

/**
 * User and password of a mount, as mount.cifs(8) reads them. Never readable by any other user, nor
 * is the directory that it lies in.
 *
 * @param path of the file
 */
record CredentialsFile(Path path) {

  void write(MountCredentials credentials) {
    byte[] content = content(credentials);
    try {
      Files.createDirectories(
          path.resolveSibling(""),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Replacement.exactly(path, PosixFilePermissions.fromString("rw-------")).write(content);
    } catch (IOException e) {
      throw failure("written", e);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw failure("removed", e);
    }
  }

  private static byte[] content(MountCredentials credentials) {
    char[] password = credentials.password().reveal();
    CharBuffer text = CharBuffer.allocate(credentials.user().length() + password.length + 32);
    text.put("username=").put(credentials.user()).put("\npassword=").put(password).put('\n').flip();
    ByteBuffer encoded = ByteBuffer.allocate(text.remaining() * 3);
    StandardCharsets.UTF_8.newEncoder().encode(text, encoded, true);
    byte[] content = Arrays.copyOf(encoded.array(), encoded.position());
    Arrays.fill(encoded.array(), (byte) 0);
    Arrays.fill(text.array(), '\0');
    Arrays.fill(password, '\0');
    return content;
  }

  private ConfigurationException failure(String done, IOException e) {
    return new ConfigurationException(
        "The credentials " + path + " can't be " + done + ": " + SystemReason.of(e),
        "Run this as root, and see to the space that is left there",
        e);
  }
}
