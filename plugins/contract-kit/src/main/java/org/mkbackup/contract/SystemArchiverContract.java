package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;

/** What every {@link SystemArchiver} promises; the tests stand here and in the classes above. */
public abstract class SystemArchiverContract extends SystemArchiverVisits {

  private SortedMap<String, String> liveTree() {
    return TreeListing.of(live().directory());
  }

  private SortedMap<String, String> savedTree() {
    return TreeListing.of(saved().directory());
  }

  @ParameterizedTest(name = "gzip: {0}")
  @ValueSource(booleans = {true, false})
  void makesTheTreeWhatItWas(boolean gzip) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Compression compression = gzip ? GZIP : Compression.NONE;
    archiver().pack(saved(), compression, sink, log(), Progress.silent());
    restore(sink.toByteArray());
    assertEquals(savedTree(), liveTree());
    restore(sink.toByteArray());
    assertEquals(savedTree(), liveTree(), "the second time");
  }

  @Test
  void putsFilesWhereDirectoriesWere() throws IOException {
    write(inLive("only-new/deep/inside"), "goes");
    write(inSaved("changes-kind/deep/inside"), "comes");
    restore(pack());
    assertEquals(savedTree(), liveTree());
  }

  @Test
  void makesHardLinksAgain() throws IOException {
    Files.createLink(inSaved("var/other name"), inSaved("etc/omd/site.conf"));
    byte[] archive = pack();
    restore(archive);
    restore(archive);
    assertTrue(Files.isSameFile(inLive("etc/omd/site.conf"), inLive("var/other name")));
    assertEquals(savedTree(), liveTree());
  }

  @Test
  void leavesAloneWhatIsLeftOut() throws IOException {
    write(inSaved("mnt/nas/backup"), "not archived");
    write(inLive("mnt/usb/backup"), "stays");
    byte[] archive = pack();
    restore(archive);
    assertFalse(Files.exists(inLive("mnt/nas/backup")));
    assertTrue(Files.exists(inLive("mnt/nas")));
    assertEquals("stays", Files.readString(inLive("mnt/usb/backup")));
  }

  @Test
  void keepsWhatIsToBeKept() throws IOException {
    write(inLive("lost+found/#17"), "stays");
    write(inLive("var/kept.state"), "stays");
    restore(pack());
    assertEquals("stays", Files.readString(inLive("lost+found/#17")));
    assertEquals("stays", Files.readString(inLive("var/kept.state")));
    assertFalse(Files.exists(inLive("only-old")));
  }

  @Test
  void replacesWhatIsToBeKeptWhereTheArchiveHasIt() throws IOException {
    write(inSaved("var/kept.d"), "a file");
    write(inLive("var/kept.d/deep/inside"), "goes");
    restore(pack());
    assertEquals("a file", Files.readString(inLive("var/kept.d")));
  }

  @Test
  void goesThroughNoSymlinkOfTheTree() throws IOException {
    Path outside = Files.createDirectory(workspace().resolve("outside"));
    write(inSaved("way/in/file"), "new");
    Files.createSymbolicLink(inLive("way"), outside);
    Files.createSymbolicLink(inLive("only-new"), outside.resolve("file"));
    restore(pack());
    assertEquals(1, TreeListing.of(outside).size(), "nothing came there");
    assertEquals(savedTree(), liveTree());
  }

  @Test
  void opensNoFifo() throws IOException, InterruptedException {
    for (String place : new String[] {"only-new", "extra", "var/with space 2"}) {
      Process mkfifo = new ProcessBuilder("mkfifo", inLive(place).toString()).start();
      assertEquals(0, mkfifo.waitFor());
    }
    restore(pack());
    assertEquals(savedTree(), liveTree());
  }

  @Test
  void checksWithoutWriting() {
    SortedMap<String, String> before = liveTree();
    byte[] archive = pack();
    ArchiveSummary checked = check(archive);
    assertEquals(before, liveTree());
    assertEquals(savedTree().size(), checked.members());
    assertEquals(checked, restore(archive));
  }

  @Test
  void tellsHowFarItIs() {
    AtomicLong packed = new AtomicLong();
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    archiver().pack(saved(), GZIP, sink, log(), sum(packed));
    assertEquals(sink.size(), packed.get());
    AtomicLong read = new AtomicLong();
    archiver().check(live(), new ByteArrayInputStream(sink.toByteArray()), sum(read));
    assertEquals(sink.size(), read.get());
  }

  private static Progress sum(AtomicLong bytes) {
    return new Progress() {
      @Override
      public void advanced(long more) {
        bytes.addAndGet(more);
      }

      @Override
      public void at(String member) {
        assertTrue(member.equals("rw") || member.startsWith("rw/"), member);
      }
    };
  }

  @Test
  void flushesButDoesNotCloseTheSink() {
    AtomicBoolean flushed = new AtomicBoolean();
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayOutputStream sink =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushed.set(true);
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    archiver().pack(saved(), GZIP, sink, log(), Progress.silent());
    assertTrue(flushed.get());
    assertFalse(closed.get());
  }

  @Test
  void closesTheSource() throws IOException {
    byte[] archive = pack();
    assertTrue(isClosedBy(archive, source -> archiver().check(live(), source, Progress.silent())));
    assertTrue(
        isClosedBy(
            archive, source -> archiver().restore(live(), source, log(), Progress.silent())));
    Files.move(live().directory(), workspace().resolve("elsewhere"));
    assertTrue(
        isClosedBy(
            new byte[] {1},
            source -> archiver().restore(live(), source, log(), Progress.silent())));
    assertFalse(Files.exists(live().directory(), LinkOption.NOFOLLOW_LINKS));
  }

  private interface Reading {
    void read(InputStream source);
  }

  private static boolean isClosedBy(byte[] archive, Reading reading) {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream source =
        new ByteArrayInputStream(archive) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    try {
      reading.read(source);
    } catch (MkbackupException expectedOfSome) {
      assertEquals(1, archive.length, expectedOfSome::toString);
    }
    return closed.get();
  }

  @Test
  void readsJunkBehindTheEndAndPassesItOver() {
    byte[] archive = pack();
    byte[] withJunk = Arrays.copyOf(archive, archive.length + 100_000);
    Arrays.fill(withJunk, archive.length, withJunk.length, (byte) 16);
    restore(withJunk);
    assertEquals(savedTree(), liveTree());
  }
}
