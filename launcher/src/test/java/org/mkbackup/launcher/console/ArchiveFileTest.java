package org.mkbackup.launcher.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.failure.ArchiveException;

class ArchiveFileTest {
  @TempDir Path temp;

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void isReadTwiceAsItWasWhenItWasOpened() throws IOException {
    Path file = Files.writeString(temp.resolve("a.tar"), "checked");
    Path other = Files.writeString(temp.resolve("b.tar"), "another");
    ArchiveSource source = ArchiveInput.file(file.toString());

    try (InputStream first = source.open()) {
      assertEquals('c', first.read());
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      try (InputStream second = source.open()) {
        assertEquals("checked", text(second));
      }
      assertEquals("hecked", text(first));
    }
    try (InputStream later = source.open()) {
      assertEquals("another", text(later));
    }
  }

  @Test
  void isNoDirectoryAndMustBeThere() {
    assertThrows(ArchiveException.class, ArchiveInput.file(temp.toString())::open);
    assertThrows(ArchiveException.class, ArchiveInput.file(temp + "/none")::open);
    assertFalse(ArchiveInput.file(temp + "/none").canBeReadAgain());
  }

  @Test
  void canBeReadAgainIfItIsARegularFile() throws IOException {
    Path file = Files.writeString(temp.resolve("a.tar"), "");
    assertTrue(ArchiveInput.file(file.toString()).canBeReadAgain());
  }
}
