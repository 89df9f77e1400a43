package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.ListedMember;

class MemberDigestsTest {
  private static final Attributes ATTRIBUTES =
      new Attributes(0644, Instant.EPOCH, new Owner(0, 0, "", ""), List.of());
  private final List<ListedMember> told = new ArrayList<>();

  private record Recorder(Consumer<ListedMember> told) implements MemberRecorder {
    @Override
    public boolean isWanted() {
      return true;
    }

    @Override
    public void add(ListedMember member) {
      told.accept(member);
    }
  }

  private static ArchiveOutput output(Compression compression, MemberDigests digests) {
    SinkStream sink = new SinkStream(OutputStream.nullOutputStream(), Progress.silent());
    return new Engines(List.of(), Optional.empty())
        .output(sink, compression, digests, RunLog.silent());
  }

  private static Member file(int number, int size) {
    return new Member(MemberType.FILE, "heute/" + number, "", size, ATTRIBUTES);
  }

  private static byte[] content(int seed, int size) {
    byte[] content = new byte[size];
    new Random(seed).nextBytes(content);
    return content;
  }

  private static void write(byte[] content, ArchiveOutput output, MemberDigests digests) {
    try {
      new FileContent(output, digests)
          .copy(Channels.newChannel(new ByteArrayInputStream(content)), content.length);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> sha256(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Optional.of(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 30)
  void areThoseOfTheContentsWhicheverBuffersTheyWentThrough(
      @ForAll @Size(max = 12) List<@IntRange(max = 900_000) Integer> sizes,
      @ForAll Compression.Format format) {
    told.clear();
    Compression compression =
        new Compression(format == Compression.Format.ZSTD ? Compression.Format.GZIP : format, 1, 2);
    try (MemberDigests digests = new MemberDigests(new Recorder(told::add));
        ArchiveOutput output = output(compression, digests)) {
      for (int i = 0; i < sizes.size(); i++) {
        write(content(i, sizes.get(i)), output, digests);
        digests.ended(file(i, sizes.get(i)));
      }
      digests.finish();
    }
    assertEquals(sizes.size(), told.size());
    for (int i = 0; i < sizes.size(); i++) {
      assertEquals("heute/" + i, told.get(i).member().path());
      assertEquals(sha256(content(i, sizes.get(i))), told.get(i).sha256());
    }
  }

  @Example
  void areMadeBeforeABufferIsFilledAgain() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    byte[] large = content(1, 3 << 20);
    Recorder slow =
        new Recorder(
            member -> {
              waiting.countDown();
              awaitUninterrupted(goOn);
              told.add(member);
            });
    try (MemberDigests digests = new MemberDigests(slow);
        ArchiveOutput output = output(Compression.NONE, digests)) {
      Thread packer =
          new Thread(
              () -> {
                digests.ended(file(0, 0));
                write(large, output, digests);
                digests.ended(file(1, large.length));
                digests.finish();
              });
      packer.start();
      waiting.await();
      while (packer.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      packer.join();
    }
    assertEquals(sha256(large), told.get(1).sha256());
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Example
  void aRecorderThatFailsEndsThePacking() {
    IllegalStateException failure = new IllegalStateException("no more");
    Recorder failing =
        new Recorder(
            member -> {
              throw failure;
            });
    try (MemberDigests digests = new MemberDigests(failing)) {
      digests.ended(file(0, 0));
      assertSame(failure, assertThrows(IllegalStateException.class, digests::finish));
      assertSame(failure, assertThrows(IllegalStateException.class, () -> digests.await(0)));
    }
  }

  @Example
  void theThreadEndsThoughMuchIsLeft() {
    try (MemberDigests digests = new MemberDigests(new Recorder(told::add))) {
      for (int i = 0; i < 1000; i++) {
        digests.ended(file(i, 0));
        digests.handOver();
      }
    }
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("members")));
  }
}
