package org.mkbackup.adapter.sqlitehistory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;

class LeftOversTest {
  private final RunLogLines log = new RunLogLines();
  @TempDir Path temporary;

  @Test
  void removesWhatADeadProcessLeft() throws IOException {
    Path leftOver = leftOver(deadProcess());

    clean();

    assertFalse(Files.exists(leftOver));
    assertTrue(log.details().get(0).contains(leftOver.toString()), () -> "" + log.details());
  }

  @Test
  void keepsWhatBelongsToALivingProcess() throws IOException {
    Path own = leftOver(ProcessHandle.current().pid());

    clean();

    assertTrue(Files.exists(own.resolve("copy.sqlite")));
  }

  @Test
  void keepsWhatIsNamedOtherwise() throws IOException {
    Path other = Files.createDirectory(temporary.resolve("mkbackup-history-of-rome"));
    Path number = Files.createDirectory(temporary.resolve("mkbackup-history-99999999999999-x"));

    clean();

    assertTrue(Files.exists(other));
    assertTrue(Files.exists(number));
  }

  @Test
  void followsNoLinks() throws IOException {
    Path precious = Files.createDirectory(temporary.resolve("precious"));
    Files.createFile(precious.resolve("file"));
    Path link = temporary.resolve("mkbackup-history-" + deadProcess() + "-x");
    Files.createSymbolicLink(link, precious);
    Path inside = leftOver(deadProcess());
    Files.createSymbolicLink(inside.resolve("link"), precious.resolve("file"));

    clean();

    assertTrue(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    assertFalse(Files.exists(inside));
    assertTrue(Files.exists(precious.resolve("file")));
  }

  @Test
  void saysWhatItCanNotRemoveAndGoesOn() throws IOException {
    Path strange = leftOver(deadProcess());
    Files.createDirectories(strange.resolve("a/b"));

    clean();

    assertTrue(Files.exists(strange.resolve("a/b")));
    assertTrue(log.details().get(0).contains("can't be removed"), () -> "" + log.details());
  }

  @Test
  void keepsWhatBelongsToSomebodyElse() throws IOException {
    Path foreign = leftOver(deadProcess());
    Assumptions.assumeTrue(
        (int) Files.getAttribute(temporary, "unix:uid") == 0,
        "Left out, only root can give a file away: left-overs of other users");
    Files.setAttribute(foreign, "unix:uid", 4711);

    clean();

    assertTrue(Files.exists(foreign.resolve("copy.sqlite")));
  }

  @Test
  void givesOthersNoAccessToACopy() throws IOException {
    try (PrivateDirectory directory = PrivateDirectory.make(temporary)) {
      Path file = directory.makeFile("copy.sqlite");

      assertEquals("rwx------", permissions(directory.path()));
      assertEquals("rw-------", permissions(file));
    }
  }

  private void clean() throws IOException {
    try (PrivateDirectory own = PrivateDirectory.make(temporary)) {
      new LeftOvers(temporary, own, log).remove();
      assertTrue(Files.exists(own.path()));
    }
  }

  private Path leftOver(long process) throws IOException {
    Path directory = Files.createTempDirectory(temporary, "mkbackup-history-" + process + "-");
    Files.createFile(directory.resolve("copy.sqlite"));
    Files.createFile(directory.resolve("copy.sqlite-journal"));
    return directory;
  }

  private static long deadProcess() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();
    return process.pid();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
