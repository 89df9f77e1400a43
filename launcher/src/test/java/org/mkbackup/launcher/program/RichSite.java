package org.mkbackup.launcher.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.mkbackup.domain.text.RawName;

/** What makes a site hard to archive: every kind of file, mode, name and time. */
final class RichSite {
  private static final FileTime LONG_AGO =
      FileTime.from(Instant.ofEpochSecond(1_400_000_000L, 987_654_321L));

  private RichSite() {}

  static void fill(Path home) throws IOException, InterruptedException {
    Path local = Files.createDirectories(home.resolve("local"));
    for (int mode : new int[] {04755, 02755, 01644, 0600, 0444}) {
      file(local.resolve("mode" + Integer.toOctalString(mode)), 5000, mode);
    }
    file(local.resolve("empty"), 0, 0644);
    file(local.resolve("big"), 3 << 20, 0644);
    Files.createLink(local.resolve("hard"), local.resolve("big"));
    Files.createSymbolicLink(local.resolve("dangling"), Path.of("no/where"));
    Files.createSymbolicLink(local.resolve("absolute"), Path.of("/etc/passwd"));
    makeFifo(local.resolve("fifo"));
    file(RawName.resolve(local, "a b\nc \u00c3\u00a4 \u00ff"), 10, 0640);
    String name = "d".repeat(100);
    file(Files.createDirectories(local.resolve(Path.of(name, name, name))).resolve("f"), 7, 0644);
    for (int mode : new int[] {01777, 02775, 0700}) {
      Path directory = Files.createDirectory(local.resolve("dir" + Integer.toOctalString(mode)));
      Files.setAttribute(directory, "unix:mode", mode);
      Files.setLastModifiedTime(directory, LONG_AGO);
    }
    file(home.resolve("var/check_mk/rrd/host/load.rrd"), 800, 0644);
    file(home.resolve("var/check_mk/agents/linux/agent"), 900, 0644);
  }

  private static void file(Path file, int size, int mode) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] content = new byte[size];
    new Random(size + mode).nextBytes(content);
    Files.write(file, content);
    Files.setAttribute(file, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
    Files.setLastModifiedTime(file, LONG_AGO);
  }

  private static void makeFifo(Path fifo) throws IOException, InterruptedException {
    if (new ProcessBuilder("mkfifo", "-m", "660", fifo.toString()).start().waitFor() != 0) {
      throw new AssertionError("mkfifo failed");
    }
  }
}
