package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OmdStopIT {
  @TempDir Path temp;
  private RelocatedRoot root;
  private Path home;
  private Path archive;
  private Program program;

  @BeforeEach
  void aSite() throws IOException {
    root = RelocatedRoot.in(temp);
    home = root.makeSite("heute");
    archive = temp.resolve("a.tar.gz");
    program = new Program(root.siteEnvironment("heute"), temp);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aStoppedBackupLeavesTheArchiveThatWasThere(String signal)
      throws IOException, InterruptedException {
    Files.writeString(archive, "the one before");
    try (RandomAccessFile huge = new RandomAccessFile(home.resolve("huge").toFile(), "rw")) {
      huge.setLength(8L << 30);
    }

    Process process = start("backup", archive.toString());
    await(process, () -> partSize() > 0);
    kill(signal, process);

    assertEquals(1, process.waitFor());
    assertEquals("the one before", Files.readString(archive));
    assertFalse(partSize() >= 0, "a temporary file is left");
  }

  @Test
  void aStoppedRestoreLeavesTheSiteAsItWas() throws IOException, InterruptedException {
    Files.write(home.resolve("big"), new byte[4 << 20]);
    assertEquals(0, program.omd("backup", "--no-compression", archive.toString()).exit());
    root.start("heute");
    SortedMap<String, String> before = TreeState.of(home);
    byte[] whole = Files.readAllBytes(archive);

    Process process = start("restore", "--kill", "-");
    OutputStream sink = process.getOutputStream();
    sink.write(Arrays.copyOf(whole, whole.length / 2));
    sink.flush();
    await(process, () -> Files.exists(home.resolve(".restore_working_dir")));
    kill("TERM", process);

    assertEquals(1, process.waitFor());
    assertEquals(before, TreeState.of(home));
    assertTrue(root.isRunning("heute"));
    assertFalse(root.calls().contains("stop"));
  }

  @Test
  void signalsAfterTheTreesChangedPlacesUndoNothing() throws IOException {
    String whenItIsHeard = "until grep -qx stop /proc/$PPID/task/*/comm; do sleep 0.1; done";
    aSiteThatIsRestoredWithAHook(
        "kill -TERM $PPID; " + whenItIsHeard + "; kill -TERM $PPID; kill -INT $PPID");

    Program.Result result = program.omd("restore", "--kill", archive.toString());

    assertEquals(0, result.exit(), result.toString());
    assertFalse(Files.exists(home.resolve("etc/since")), "the old tree is back");
    assertFalse(Files.exists(home.resolve(".restore_working_dir")));
    assertTrue(root.isRunning("heute"));
  }

  @Test
  void aSignalDoesntHideThatTheSiteCouldNotBeStartedAgain() throws IOException {
    aSiteThatIsRestoredWithAHook("kill -TERM $PPID; sleep 1; exit 4");
    Path omd = root.version().resolve("bin/omd");
    Files.writeString(
        omd, Files.readString(omd).replace("start)", "start) echo no room; exit 9;;\n x)"));

    Program.Result result = program.omd("restore", "--kill", archive.toString());

    assertEquals(1, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().startsWith("Stopped by a signal. "), result.toString());
    assertTrue(result.err().contains("Site heute is stopped: omd start"), result.toString());
    assertTrue(result.err().contains("Start it with 'omd start'"), result.toString());
  }

  @Test
  void theNextBackupUndoesARestoreThatWasKilled() throws IOException {
    SortedMap<String, String> before = aSiteThatIsRestoredWithAHook("kill -KILL $PPID");

    assertEquals(137, program.omd("restore", "--kill", archive.toString()).exit());
    assertFalse(root.isRunning("heute"));
    Program.Result result = program.omd("backup", temp.resolve("b.tar").toString());

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().contains("was undone"), result.toString());
    assertEquals(before, TreeState.of(home));
    assertTrue(root.isRunning("heute"));
  }

  private SortedMap<String, String> aSiteThatIsRestoredWithAHook(String script) throws IOException {
    assertEquals(0, program.omd("backup", archive.toString()).exit());
    root.makeHook(script);
    Files.writeString(home.resolve("etc/since"), "new");
    root.start("heute");
    return TreeState.of(home);
  }

  /* What runs the tests may have been told to ignore SIGINT, which children inherit. */
  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder = program.builder("omd", arguments);
    builder.command().addAll(0, List.of("env", "--default-signal=INT,TERM"));
    return builder
        .redirectOutput(temp.resolve("out.txt").toFile())
        .redirectError(temp.resolve("err.txt").toFile())
        .start();
  }

  private interface Condition {
    boolean isTrue() throws IOException;
  }

  private static void await(Process process, Condition condition)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.isTrue()) {
      boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
      assertTrue(!ended && Instant.now().isBefore(end), "it never came so far");
    }
  }

  private static void kill(String signal, Process process)
      throws IOException, InterruptedException {
    List<String> command = List.of("kill", "-" + signal, String.valueOf(process.pid()));
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }

  /* The size of the hidden file that an archive grows in; -1 if there is none. */
  private long partSize() throws IOException {
    try (var files = Files.newDirectoryStream(temp, ".*.part")) {
      for (Path file : files) {
        return Files.size(file);
      }
      return -1;
    }
  }
}
