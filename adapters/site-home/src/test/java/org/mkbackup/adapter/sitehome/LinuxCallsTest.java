package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.text.RawName;

class LinuxCallsTest {
  @TempDir Path directory;

  private final LinuxCalls calls = new LinuxCalls();

  /** As where the temporary directory is mounted noexec. */
  private static final class NothingLoads extends LinuxCalls {
    @Override
    LibC load() {
      throw new UnsatisfiedLinkError("failed to map segment from shared object");
    }
  }

  private Path make(String rawName) throws IOException {
    Path made = Files.createDirectory(RawName.resolve(directory, rawName));
    Files.writeString(made.resolve("name"), rawName);
    return made;
  }

  @Test
  void exchangesDirectoriesOfAnyName() throws IOException {
    Path one = make("one");
    Path other = make("\u00e9\n \u00ff");

    assertTrue(calls.exchange(one, other));

    assertEquals("\u00e9\n \u00ff", Files.readString(one.resolve("name")));
    assertEquals("one", Files.readString(other.resolve("name")));
  }

  @Test
  void tellsWhatIsWrong() throws IOException {
    Path one = make("one");
    Path missing = directory.resolve("missing");

    FileSystemException failure =
        assertThrows(FileSystemException.class, () -> calls.exchange(one, missing));

    assertEquals(one.toString(), failure.getFile());
    assertFalse(String.valueOf(failure.getReason()).contains("["), failure.getReason());
    assertThrows(FileSystemException.class, () -> calls.syncFileSystem(missing));
  }

  @Test
  void leavesAnExchangeToTheCallerWithoutNativeCode() throws IOException {
    Path one = make("one");
    Path other = make("other");

    assertFalse(new NothingLoads().exchange(one, other));

    assertEquals("one", Files.readString(one.resolve("name")));
  }

  @Test
  void syncsWithAndWithoutNativeCode() throws IOException {
    calls.syncFileSystem(directory);
    new NothingLoads().syncFileSystem(directory);

    assertTrue(Files.exists(directory));
  }
}
