package org.mkbackup.adapter.rrdcached;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.site.SiteTree;

/** What reaches the files, with Debian's rrdcached. */
class HeldFilesTest {
  private final RunLogLines log = new RunLogLines();
  private SiteDirectory directory;
  private SiteTree site;
  private RealRrdcached real;

  @BeforeEach
  void launch() throws IOException {
    directory = new SiteDirectory();
    site = directory.site("heute");
    real = new RealRrdcached(site);
  }

  @AfterEach
  void end() throws IOException {
    real.close();
    directory.close();
  }

  @Test
  void keepsUpdatesFromAFileUntilItIsReleased() throws IOException {
    Path held = real.rrd("load.rrd");
    Path other = real.rrd("users.rrd");
    byte[] before = Files.readAllBytes(held);
    try (RrdUpdates updates = connect()) {
      updates.hold(held);
      real.update(held);
      real.flushAll(other);

      assertEquals(2, real.written(other));
      assertArrayEquals(before, Files.readAllBytes(held));

      updates.release(held);
      real.flush(held);
      assertEquals(2, real.written(held));
    }
  }

  @Test
  void losesNoUpdateOfAFileThatWasNotReleased() throws IOException {
    Path held = real.rrd("load.rrd");
    try (RrdUpdates updates = connect()) {
      updates.hold(held);
      real.update(held);
    }

    real.flush(held);

    assertEquals(2, real.written(held));
  }

  @Test
  void holdsAFileThatTheDaemonKnowsByALink() throws IOException {
    Files.createSymbolicLink(directory.site("link").home(), site.home());
    Path real = this.real.rrd("load.rrd");
    Path linked = directory.site("link").home().resolve(site.home().relativize(real));
    try (RrdUpdates updates = connect()) {
      updates.hold(linked);

      assertTrue(this.real.isHeld(real), () -> "Not held; the log: " + log.all());
    }
  }

  @Test
  void letsGoOfWhatAKilledRunLeftHeld() {
    Path rrd = real.rrd("load.rrd");
    real.ask("SUSPEND " + rrd);

    connect().close();

    real.flush(rrd);
    assertEquals(1, real.written(rrd));
  }

  @Test
  void saysUnderVerboseWhatItHolds() {
    Path rrd = real.rrd("load.rrd");
    try (RrdUpdates updates = connect()) {
      updates.hold(rrd);
      updates.release(rrd);
    }

    assertTrue(log.details().contains("held " + rrd), () -> "" + log.details());
    assertTrue(log.warnings().isEmpty(), () -> "" + log.warnings());
  }

  @Test
  void warnsOfNothingWhenTheDaemonDoesNotKnowTheFiles() {
    try (RrdUpdates updates = connect()) {
      for (int i = 0; i < 20; i++) {
        Path rrd = site.home().resolve("var/check_mk/rrd/unknown" + i + ".rrd");
        updates.hold(rrd);
        updates.release(rrd);
      }
      Path known = real.rrd("load.rrd");
      updates.hold(known);

      assertTrue(real.isHeld(known));
    }
    assertTrue(log.warnings().isEmpty(), () -> "" + log.warnings());
  }

  private RrdUpdates connect() {
    return new Rrdcached(Duration.ofSeconds(10)).connect(site, log);
  }
}
