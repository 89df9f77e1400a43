package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;

/** A restore in a process of its own, which is killed wherever it is. */
class KilledRestoreTest {
  private static final int KILLS = 24;
  private static final int PART = 8192;

  @TempDir private Path directory;

  /** Restores its standard input, and tells on its standard output how much it has read. */
  static final class Restore {
    private Restore() {}

    public static void main(String[] arguments) {
      Progress progress =
          new Progress() {
            @Override
            public void advanced(long bytes) {
              System.out.write(new byte[(int) bytes], 0, (int) bytes);
              System.out.flush();
            }

            @Override
            public void at(String member) {}
          };
      new TarSystemArchiver(Archives.jdkOnly())
          .restore(SystemTrees.of(Path.of(arguments[0])), System.in, RunLog.silent(), progress);
    }
  }

  @BeforeEach
  void makeTrees() throws IOException {
    ExampleSite.makeOld(live());
    Files.createDirectories(live().resolve("extra/deep"));
    ExampleSite.fillNew(Files.createDirectory(saved()));
    for (int i = 0; i < 40; i++) {
      Files.write(saved().resolve("file" + i), new byte[10_000 * i]);
      Files.writeString(live().resolve("file" + i), "old");
      Files.writeString(live().resolve("extra/deep/" + i), "goes");
    }
    Files.createLink(saved().resolve("other name"), saved().resolve("file7"));
  }

  @AfterEach
  void unlock() {
    ExampleSite.unlock(directory);
  }

  private Path live() {
    return directory.resolve("live");
  }

  private Path saved() {
    return directory.resolve("saved");
  }

  @Test
  void isFinishedByTheNextOne() throws Exception {
    byte[] archive = SystemTrees.pack(saved());
    SortedMap<String, String> old = TreeListing.withoutDirectoryTimes(live());
    SortedMap<String, String> fresh = TreeListing.withoutDirectoryTimes(saved());
    Random random = new Random(17);
    for (int i = 0; i < KILLS; i++) {
      // The last time it is killed when it has read all, and may have begun to remove.
      restoreUntilKilled(archive, i == KILLS - 1 ? archive.length : random.nextInt(archive.length));
      assertEachFileIsOldOrNew(old, fresh);
    }
    SystemTrees.restore(archive, live());
    assertEquals(TreeListing.of(saved()), TreeListing.of(live()));
    assertTrue(Files.isSameFile(live().resolve("file7"), live().resolve("other name")));
  }

  private void restoreUntilKilled(byte[] archive, int bytes) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Restore.class.getName(),
            live().toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream source = process.getOutputStream()) {
      DataInputStream told = new DataInputStream(process.getInputStream());
      for (int at = 0; at < bytes; at += PART) {
        int part = Math.min(PART, bytes - at);
        source.write(archive, at, part);
        source.flush();
        told.readFully(new byte[part]);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void assertEachFileIsOldOrNew(Map<String, String> old, Map<String, String> fresh) {
    SortedMap<String, String> now = TreeListing.of(live());
    for (String name : old.keySet()) {
      if (name.startsWith("file")) {
        String line = now.getOrDefault(name, "gone");
        assertTrue(line.equals(old.get(name)) || line.equals(fresh.get(name)), name + line);
      }
    }
  }
}
