package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteArchiver.Packing;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/** What every {@link SiteArchiver} promises; the tests stand here and in the classes above. */
public abstract class SiteArchiverContract extends SiteArchiverVisits {

  /** Adds up what it is told. */
  private static final class Sum implements Progress {
    private final AtomicLong bytes = new AtomicLong();
    private final List<String> members = new ArrayList<>();

    @Override
    public void advanced(long more) {
      bytes.addAndGet(more);
    }

    @Override
    public void at(String member) {
      members.add(member);
    }
  }

  @ParameterizedTest(name = "gzip: {0}")
  @ValueSource(booleans = {true, false})
  void unpacksWhatItPacked(boolean gzip) {
    unpack(pack(packing(gzip ? GZIP : Compression.NONE)));
    assertEquals(archived(), TreeListing.of(staged()));
  }

  @Test
  void takesThePlaceOfFilesOnly() throws IOException {
    Files.createDirectories(staged().resolve("etc/omd/kept"));
    Files.writeString(staged().resolve("etc/omd/site.conf"), "of another site");
    Files.createSymbolicLink(staged().resolve("dangling"), staged().resolve("etc"));
    unpack(pack());
    assertTrue(Files.isDirectory(staged().resolve("etc/omd/kept")));
    Files.delete(staged().resolve("etc/omd/kept"));
    SortedMap<String, String> unpacked = TreeListing.withoutDirectoryTimes(staged());
    SortedMap<String, String> expected = TreeListing.withoutDirectoryTimes(site().home());
    expected.keySet().retainAll(archived().keySet());
    assertEquals(expected, unpacked);
  }

  @Test
  void keepsHardLinks() throws IOException {
    Files.createLink(inSite("etc/omd/other-name"), inSite("etc/omd/site.conf"));
    Files.createLink(inSite("var/third name"), inSite("etc/omd/site.conf"));
    unpack(pack());
    for (String name : List.of("etc/omd/other-name", "var/third name")) {
      assertTrue(
          Files.isSameFile(staged().resolve("etc/omd/site.conf"), staged().resolve(name)), name);
    }
  }

  @Test
  void tellsSiteAndVersionFirst() {
    byte[] archive = pack();
    try (SiteArchiver.Opened opened = archiver().open(new ByteArrayInputStream(archive))) {
      assertEquals(
          new ArchiveHead(new SiteName("heute"), new SiteVersion("2.2.0p1.cre")), opened.head());
    }
  }

  @Test
  void countsTheSameWhereverItCounts() {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    ArchiveSummary packed = archiver().pack(packing(GZIP), sink);
    assertEquals(packed, check(sink.toByteArray()));
    assertEquals(packed, unpack(sink.toByteArray()));
    // One more than there are files: the version link stands twice.
    assertEquals(archived().size() + 1, packed.members());
  }

  @Test
  void leavesOutWhatIsExcludedWithAllBelowIt() throws IOException {
    write("tmp/run/live", "always excluded");
    write("var/check_mk/agents/linux/deep/agent.deb", "excluded on request");
    Exclusions exclusions = Exclusions.without(EnumSet.of(Exclusions.Part.AGENTS));
    Packing packing =
        new Packing(site(), exclusions, GZIP, Optional.empty(), log(), Progress.silent());
    unpack(pack(packing));
    for (String emptied : List.of("tmp", "var/check_mk/agents")) {
      assertEquals(Set.of("."), TreeListing.of(staged().resolve(emptied)).keySet());
    }
  }

  @Test
  void tellsHowFarItIs() {
    Sum packing = new Sum();
    byte[] archive = pack(packing(GZIP, Optional.empty(), packing));
    assertEquals(archive.length, packing.bytes.get());
    Sum unpacking = new Sum();
    try (SiteArchiver.Opened opened = archiver().open(new ByteArrayInputStream(archive))) {
      opened.unpack(staged(), log(), unpacking);
    }
    assertEquals(archive.length, unpacking.bytes.get());
    assertTrue(packing.members.contains("heute/etc/omd/site.conf"), packing.members::toString);
    assertTrue(unpacking.members.contains("heute/etc/omd/site.conf"));
  }

  @Test
  void flushesButDoesNotCloseTheSink() {
    AtomicBoolean flushed = new AtomicBoolean();
    AtomicBoolean closed = new AtomicBoolean();
    packTo(
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushed.set(true);
          }

          @Override
          public void close() {
            closed.set(true);
          }
        });
    assertTrue(flushed.get());
    assertFalse(closed.get());
  }

  @Test
  void closesTheSourceWithTheArchive() {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream source =
        new ByteArrayInputStream(pack()) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    archiver().open(source).close();
    assertTrue(closed.get());
  }

  @Test
  void readsSourcesThatDeliverSingleBytes() {
    unpack(
        new ByteArrayInputStream(pack()) {
          @Override
          public int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1));
          }
        });
    assertEquals(archived(), TreeListing.of(staged()));
  }

  @Test
  void readsJunkBehindTheEndAndPassesItOver() {
    byte[] archive = pack();
    byte[] withJunk = Arrays.copyOf(archive, archive.length + 100_000);
    Arrays.fill(withJunk, archive.length, withJunk.length, (byte) 16);
    ByteArrayInputStream source = new ByteArrayInputStream(withJunk);
    unpack(source);
    assertEquals(0, source.available());
    assertEquals(archived(), TreeListing.of(staged()));
  }
}
