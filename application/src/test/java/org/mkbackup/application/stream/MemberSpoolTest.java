package org.mkbackup.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ArchiveMember.Kind;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.MemberLine;

class MemberSpoolTest {
  private final List<String> warnings = new ArrayList<>();

  private static ListedMember member(String path) {
    return new ListedMember(
        new ArchiveMember(Kind.FIFO, path, "", 0, 0600, Instant.EPOCH, "a", "b"), Optional.empty());
  }

  private MemberSpool spool(UnaryOperator<OutputStream> sealing) {
    return new MemberSpool(sealing, warnings::add);
  }

  @Test
  void theListHasALineForEachMember() throws IOException {
    try (MemberSpool spool = spool(UnaryOperator.identity())) {
      spool.add(member("heute/a\nb"));
      spool.add(member("heute/c"));
      assertTrue(spool.finish());
      spool.add(member("heute/late"));
      assertEquals(2, spool.count());
      ByteArrayOutputStream stored = new ByteArrayOutputStream();
      spool.writeTo(stored);
      String lines =
          new String(
              new GZIPInputStream(new ByteArrayInputStream(stored.toByteArray())).readAllBytes(),
              StandardCharsets.UTF_8);
      assertEquals(
          List.of(member("heute/a\nb"), member("heute/c")),
          lines.lines().map(MemberLine::parse).toList());
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void withoutMembersThereIsNoList() {
    try (MemberSpool spool = spool(UnaryOperator.identity())) {
      assertFalse(spool.finish());
    }
  }

  @Test
  void aListThatCannotBeKeptIsLeftOutWithOneWarning() {
    UnaryOperator<OutputStream> full =
        sink ->
            new FilterOutputStream(sink) {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            };
    try (MemberSpool spool = spool(full)) {
      spool.add(member("heute/a"));
      spool.add(member("heute/b"));
      assertFalse(spool.finish());
    }
    assertEquals(List.of("The list of members is left out: No space left on device"), warnings);
  }
}
