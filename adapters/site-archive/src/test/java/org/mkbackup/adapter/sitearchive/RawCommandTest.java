package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.text.RawName;

class RawCommandTest {
  /** Set by the shell itself. */
  private static final Set<String> SHELLS = Set.of("PWD", "OLDPWD", "SHLVL", "_");

  @TempDir private Path directory;

  @Test
  void handsNothingOfThisProcesssEnvironmentOn() throws IOException {
    Path dump = directory.resolve("dump");
    RawCommand.run(List.of("sh", "-c", "env >\"$0\""), List.of(RawName.of(dump)));

    Set<String> names =
        Files.readAllLines(dump).stream()
            .map(line -> line.replaceFirst("=.*", ""))
            .filter(name -> !SHELLS.contains(name))
            .collect(Collectors.toSet());
    assertEquals(Set.of("PATH", "LC_ALL"), names);
  }

  @Test
  void saysWhatAFailedCommandSaid() {
    IOException failure =
        assertThrows(
            IOException.class,
            () -> RawCommand.run(List.of("ls", "--"), List.of(RawName.of(directory.resolve("x")))));

    assertTrue(String.valueOf(failure.getMessage()).contains("No such file"), failure::toString);
  }
}
