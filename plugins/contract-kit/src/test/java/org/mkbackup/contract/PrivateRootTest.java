package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.PrivateRoot.Result;

class PrivateRootTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  @TempDir Path directory;

  @BeforeAll
  static void needsRoot() {
    PrivateRoot.assumePossible("The tests of the private root");
  }

  @Test
  void usersAndMountsAndFilesThatAreMadeInItAreNotSeenOutside() throws Exception {
    String before = machine();
    Result result =
        PrivateRoot.sharing()
            .runScript(
                """
                groupadd -r privateroot
                useradd -r -g privateroot privateroot
                echo 'tmpfs /omd/tmp tmpfs noauto 0 0' >> /etc/fstab
                mkdir /omd/tmp
                mount /omd/tmp
                touch "$1/private" /run/private /var/private
                getent passwd privateroot
                grep -c ' /omd/tmp ' /proc/self/mountinfo
                """,
                directory.toString());
    assertTrue(result.requireSuccess().output().matches("privateroot:x:.*\n1\n"), result::output);
    assertEquals(before, machine());
    assertTrue(Files.notExists(directory.resolve("private")));
    assertTrue(Files.notExists(Path.of("/run/private")));
    assertTrue(Files.notExists(Path.of("/var/private")));
  }

  @Test
  void seesTheMachineAsItIsButForAnEmptyOmd() throws Exception {
    Files.writeString(directory.resolve("file"), "as it is");
    Result result =
        PrivateRoot.sharing()
            .runScript("cat \"$1/file\"; ls -A /omd; stat -c %a /tmp", directory.toString());
    assertEquals("as it is1777\n", result.requireSuccess().output());
  }

  @Test
  void writesThroughToSharedDirectories() throws Exception {
    PrivateRoot.sharing(directory)
        .runScript("echo shared > \"$1/file\"", directory.toString())
        .requireSuccess();
    assertEquals("shared\n", Files.readString(directory.resolve("file")));
  }

  @Test
  void handsOverEnvironmentOutputAndExitCode() throws Exception {
    Result result =
        PrivateRoot.sharing()
            .run(
                List.of("sh", "-c", "echo $WORD; echo bad >&2; exit 7"),
                Map.of("WORD", "good"),
                LIMIT);
    assertEquals(new Result(7, "good\n", "bad\n"), result);
  }

  @Test
  void processesThatAreLeftBehindEnd() throws Exception {
    Path pipe = directory.resolve("pipe");
    PrivateRoot.sharing(directory)
        .runScript("mkfifo \"$1\"; sleep 1000 <> \"$1\" & exit 0", pipe.toString())
        .requireSuccess();
    assertFalse(isOpenAnywhere(pipe));
  }

  @Test
  void killsWhatTakesTooLong() {
    List<String> command = List.of("sh", "-c", "echo begun; sleep 1000");
    Duration limit = Duration.ofMillis(700);
    AssertionError failure =
        assertThrows(
            AssertionError.class, () -> PrivateRoot.sharing().run(command, Map.of(), limit));
    assertTrue(failure.toString().contains("was killed after"), failure::toString);
  }

  private static boolean isOpenAnywhere(Path file) throws IOException {
    try (var links = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : links) {
        Path input = process.resolve("fd/0");
        if (Files.exists(input) && Files.isSameFile(input, file)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String machine() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String file : List.of("passwd", "group", "shadow", "gshadow", "fstab")) {
      Path path = Path.of("/etc", file);
      all.append(Files.exists(path) ? Files.readString(path) : "");
    }
    return all.append(Files.readString(Path.of("/proc/self/mountinfo"))).toString();
  }
}
