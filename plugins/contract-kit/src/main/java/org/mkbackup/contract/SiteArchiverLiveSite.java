package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.port.HistorySnapshots;
import org.mkbackup.domain.port.LiveSite;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.run.Progress;

/** How a {@link org.mkbackup.domain.port.SiteArchiver} reads files that others write to. */
abstract class SiteArchiverLiveSite extends SiteArchiverFaults {
  private static final String RRD = "var/check_mk/rrd/host/CPU_load.rrd";
  private static final String HISTORY = "var/mkeventd/history/history.sqlite";

  private final InMemoryHistorySnapshots histories = new InMemoryHistorySnapshots();

  /** Something that happens to a file at the moment when it is to be read. */
  private interface Change {
    void to(Path rrd) throws IOException;
  }

  /** Remembers what it is asked, and changes RRDs when they are to be held. */
  private static final class ChangingRrds implements RrdUpdates {
    private final List<String> calls = new ArrayList<>();
    private final Change change;

    ChangingRrds(Change change) {
      this.change = change;
    }

    @Override
    public void hold(Path rrd) {
      calls.add("hold " + rrd);
      try {
        change.to(rrd);
      } catch (IOException e) {
        throw new AssertionError("Can't change " + rrd, e);
      }
    }

    @Override
    public void release(Path rrd) {
      calls.add("release " + rrd);
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }

  private void packAndUnpack(RrdUpdates rrds, HistorySnapshots snapshots) {
    Optional<LiveSite> live = Optional.of(new LiveSite(rrds, snapshots));
    unpack(pack(packing(GZIP, live, Progress.silent())));
  }

  private List<String> packWhile(Change change) {
    ChangingRrds rrds = new ChangingRrds(change);
    packAndUnpack(rrds, histories);
    return rrds.calls;
  }

  private String unpacked(String below) throws IOException {
    return Files.readString(staged().resolve(below));
  }

  private void assertWarnedOf(String below) {
    assertTrue(
        log().warnings().stream().anyMatch(line -> line.contains(below)), log().all()::toString);
  }

  @Test
  void holdsEachRrdWhileItIsRead() throws IOException {
    String second = "var/pnp4nagios/perfdata/host/PING.rrd";
    write(RRD, "first");
    write(second, "second");
    write("var/check_mk/rrd/host/CPU_load.info", "no RRD");
    write("etc/elsewhere.rrd", "no RRD of the site's");
    List<String> calls = packWhile(rrd -> Files.writeString(rrd, "held "));
    assertEquals(
        List.of(
            "hold " + inSite(RRD),
            "release " + inSite(RRD),
            "hold " + inSite(second),
            "release " + inSite(second)),
        calls);
    assertEquals("held ", unpacked(RRD));
  }

  @Test
  void leavesOutAFileThatVanishesAndReleasesIt() throws IOException {
    write(RRD, "content");
    List<String> calls = packWhile(Files::delete);
    assertFalse(Files.exists(staged().resolve(RRD)));
    assertEquals("release " + inSite(RRD), calls.get(1));
    assertEquals(List.of(), log().warnings());
    assertTrue(log().details().stream().anyMatch(line -> line.contains(RRD)));
  }

  @Test
  void fillsUpAFileThatShrinks() throws IOException {
    write(RRD, "x".repeat(100_000));
    write("var/check_mk/rrd/host/next", "unharmed");
    packWhile(rrd -> Files.writeString(rrd, "short"));
    assertEquals("short" + "\0".repeat(100_000 - 5), unpacked(RRD));
    assertEquals("unharmed", unpacked("var/check_mk/rrd/host/next"));
    assertWarnedOf(RRD);
  }

  @Test
  void cutsAFileThatGrows() throws IOException {
    write(RRD, "short");
    write("var/check_mk/rrd/host/next", "unharmed");
    packWhile(rrd -> Files.writeString(rrd, "x".repeat(100_000)));
    assertEquals("xxxxx", unpacked(RRD));
    assertEquals("unharmed", unpacked("var/check_mk/rrd/host/next"));
    assertWarnedOf(RRD);
  }

  @Test
  void archivesTheCopyOfTheHistory() throws IOException {
    write(HISTORY, "half written");
    write(HISTORY + "-wal", "the other half");
    write(HISTORY + "-shm", "an index of it");
    histories.put(inSite(HISTORY), "a copy that is whole".getBytes(StandardCharsets.UTF_8));
    packWhile(rrd -> {});
    assertEquals("a copy that is whole", unpacked(HISTORY));
    assertFalse(Files.exists(staged().resolve(HISTORY + "-wal")));
    assertFalse(Files.exists(staged().resolve(HISTORY + "-shm")));
    assertEquals(
        Files.getLastModifiedTime(inSite(HISTORY)),
        Files.getLastModifiedTime(staged().resolve(HISTORY)));
  }

  @Test
  void archivesTheHistoryAsItStandsIfThereCanBeNoCopy() throws IOException {
    write(HISTORY, "half written");
    write(HISTORY + "-wal", "the other half");
    packWhile(rrd -> {});
    assertEquals("half written", unpacked(HISTORY));
    assertEquals("the other half", unpacked(HISTORY + "-wal"));
    assertWarnedOf(HISTORY);
  }
}
