package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {
  private final OpenFiles openFiles = new OpenFiles(Path.of("/proc"));
  @TempDir Path directory;

  @Test
  void namesTheProcessThatHasAFileOpen() throws IOException {
    try (OutputStream open = Files.newOutputStream(directory.resolve("file"))) {
      open.write(1);
      String user = openFiles.userOf(directory).orElseThrow();
      assertTrue(user.startsWith("process " + ProcessHandle.current().pid() + " ("), user);
    }
    assertEquals(Optional.empty(), openFiles.userOf(directory));
  }

  @Test
  void namesNobodyWhereItCantLook() {
    assertEquals(Optional.empty(), new OpenFiles(directory.resolve("missing")).userOf(directory));
  }
}
