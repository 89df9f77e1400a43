package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mkbackup.domain.run.Progress;

/** Headers that Commons Compress reads and writes. */
class CommonsCompressTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_600_000_000L, 123_456_789);
  private static final Owner OWNER = new Owner(1_000, 3_000_000_000L, "heute", "gr\u00fcppe");

  static Stream<Member> members() {
    return Stream.of(
        member(MemberType.FILE, "heute/a", "", 3, 04755, TIME),
        member(MemberType.FILE, "heute/" + "n".repeat(200), "", 0, 0, Instant.EPOCH),
        member(MemberType.DIRECTORY, "heute/d", "", 0, 01777, TIME),
        member(MemberType.DIRECTORY, "h".repeat(100), "", 0, 0700, TIME),
        member(MemberType.SYMLINK, "heute/l", "x".repeat(101), 0, 0777, TIME),
        member(MemberType.HARD_LINK, "heute/h", "heute/a", 0, 0644, TIME),
        member(MemberType.FIFO, "heute/f", "", 0, 0600, Instant.ofEpochSecond(-5, 500_000_000)));
  }

  private static Member member(
      MemberType type, String name, String link, long size, int mode, Instant mtime) {
    return new Member(type, name, link, size, new Attributes(mode, mtime, OWNER, List.of()));
  }

  private static byte[] written(Member member) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarWriter writer =
        new TarWriter(
            new PlainOutput(new SinkStream(bytes, Progress.silent()), MemberDigests.none()));
    writer.begin(member);
    writer.output().put(new byte[(int) member.size()], 0, (int) member.size());
    writer.contentWritten(member.size());
    writer.finish();
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("members")
  void readsWhatIsWritten(Member member) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(written(member)), "UTF-8")) {
      TarArchiveEntry entry = tar.getNextEntry();
      assertEquals(member.headerName(), entry.getName());
      assertEquals(member.type().flag(), entry.getLinkFlag());
      assertEquals(member.link(), entry.getLinkName());
      assertEquals(member.size(), entry.getSize());
      assertEquals(member.mode(), entry.getMode());
      assertEquals(member.mtime(), entry.getLastModifiedTime().toInstant());
      assertEquals(OWNER.uid(), entry.getLongUserId());
      assertEquals(OWNER.gid(), entry.getLongGroupId());
      assertEquals(OWNER.userName(), entry.getUserName());
      assertArrayEquals(new byte[(int) member.size()], tar.readAllBytes(), "the content");
    }
  }

  @Test
  void writesWhatIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String longName = "heute/" + "\u00e4".repeat(120);
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
      TarArchiveEntry entry = new TarArchiveEntry(longName);
      entry.setSize(5);
      entry.setMode(0100640);
      entry.setModTime(-77_000);
      tar.putArchiveEntry(entry);
      tar.write("hallo".getBytes(StandardCharsets.US_ASCII));
      tar.closeArchiveEntry();
    }
    TarReader reader =
        ArchiveSource.of(new ByteArrayInputStream(bytes.toByteArray()), Archives.jdkOnly()).tar();
    Member member = reader.next().orElseThrow();
    List<Integer> lengths = new ArrayList<>();
    reader.content((part, whole) -> lengths.add(part.remaining()));
    assertEquals(
        new String(longName.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
        member.name());
    assertEquals(0640, member.mode());
    assertEquals(Instant.ofEpochSecond(-77), member.mtime());
    assertEquals(5, lengths.stream().mapToInt(Integer::intValue).sum());
    assertEquals(true, reader.next().isEmpty());
  }
}
