package org.mkbackup.adapter.rrdcached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.RawName;

/** Debian's rrdcached, with RRDs that rrdtool makes. */
final class RealRrdcached implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long BEGIN = 1_000_000_000;

  private final SiteTree site;
  private final Path socket;
  private final Map<Path, Long> rrds = new LinkedHashMap<>();
  private Process process;

  RealRrdcached(SiteTree site) throws IOException {
    this.site = site;
    this.socket = Files.createDirectories(site.tmp().resolve("run")).resolve("rrdcached.sock");
    Files.createDirectories(directory());
    this.process = launch();
  }

  private Path directory() {
    return site.home().resolve("var/check_mk/rrd");
  }

  private Process launch() throws IOException {
    Process launched =
        new ProcessBuilder(
                List.of(
                    "rrdcached",
                    "-g",
                    "-l",
                    "unix:" + socket,
                    "-b",
                    directory().toString(),
                    "-p",
                    site.tmp().resolve("rrdcached.pid").toString(),
                    "-w",
                    "3600",
                    "-f",
                    "3600",
                    "-t",
                    "1"))
            .redirectErrorStream(true)
            .redirectOutput(site.tmp().resolve("rrdcached.out").toFile())
            .start();
    try {
      awaitSocket(launched);
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
    return launched;
  }

  private void awaitSocket(Process launched) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!answers()) {
      if (launched.waitFor(10, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        fail("rrdcached: " + Files.readString(site.tmp().resolve("rrdcached.out")));
      }
    }
  }

  private boolean answers() {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Makes an RRD, and has the daemon remember an update of it. */
  Path rrd(String name) {
    Path rrd = RawName.resolve(directory(), RawName.ofText(name));
    Path plain = directory().resolve("new.rrd");
    Rrdtool.run(
        "create",
        plain,
        "--start",
        "" + BEGIN,
        "--step",
        "1",
        "DS:x:GAUGE:9:0:U",
        "RRA:LAST:0.5:1:9");
    try {
      Files.move(plain, rrd);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rrds.put(rrd, BEGIN);
    update(rrd);
    return rrd;
  }

  void update(Path rrd) {
    long time = rrds.merge(rrd, 1L, Long::sum);
    assertEquals(0, ask("UPDATE " + argument(rrd) + " " + time + ":1").code());
  }

  /**
   * Has all updates written of files that are not held. The daemon takes a file off its queue
   * before it writes it, in its only thread: when that thread has written one more, it is through.
   */
  void flushAll(Path notHeld) {
    ask("FLUSHALL");
    long end = System.nanoTime() + LIMIT.toNanos();
    while (ask("QUEUE").code() > 0) {
      assertTrue(System.nanoTime() < end, "rrdcached doesn't write");
    }
    update(notHeld);
    flush(notHeld);
  }

  void flush(Path rrd) {
    assertEquals(0, ask("FLUSH " + argument(rrd)).code());
  }

  /** The number of updates that are in the file, not only in the daemon's memory. */
  long written(Path rrd) {
    return Long.parseLong(Rrdtool.run("last", rrd).strip()) - BEGIN;
  }

  boolean isHeld(Path rrd) {
    if (ask("SUSPEND " + argument(rrd)).message().endsWith("already suspended")) {
      return true;
    }
    ask("RESUME " + argument(rrd));
    return false;
  }

  private static String argument(Path rrd) {
    return RawName.of(rrd).replace("\\", "\\\\").replace(" ", "\\ ");
  }

  Answer ask(String command) {
    Deadline deadline = Deadline.in(LIMIT);
    try (Connection connection = Connection.open(UnixDomainSocketAddress.of(socket), deadline)) {
      return connection.ask(command, deadline);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    process.destroyForcibly();
    process.onExit().join();
  }

  void start() throws IOException {
    Files.deleteIfExists(socket);
    process = launch();
    rrds.keySet().forEach(this::update);
  }

  @Override
  public void close() {
    stop();
  }
}
