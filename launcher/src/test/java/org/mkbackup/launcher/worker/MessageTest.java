package org.mkbackup.launcher.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.Category;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.MemberLine;

class MessageTest {
  @Property(tries = 300)
  void aTextArrivesInOneLine(@ForAll Message.Kind kind, @ForAll String text) {
    Message message = Message.of(kind, text);

    assertEquals(0, message.line().chars().filter(c -> c == '\n' || c == '\r').count());
    assertEquals(Optional.of(message), Message.parse(message.line()));
  }

  @Property(tries = 300)
  void aFailureArrivesAsItWas(@ForAll String what, @ForAll String hint) {
    MkbackupException sent = new ArchiveException(what, hint);

    MkbackupException received =
        Message.parse(Message.failure(sent).line()).orElseThrow().toFailure();

    assertSame(Category.ARCHIVE, received.category());
    assertEquals(OneLine.of(what), received.what());
    assertEquals(OneLine.of(hint), received.hint());
  }

  @Property(tries = 300)
  void noLineBreaksTheReader(@ForAll String line) {
    Message.parse(line).ifPresent(Message::toFailure);
  }

  @Test
  void whatJavaItselfSaysIsNoMessage() {
    assertEquals(Optional.empty(), Message.parse("Error: Could not find or load main class"));
  }

  @Test
  void aFailureOfAnUnknownKindIsOneOfTheSite() {
    MkbackupException failure = new Message(Message.Kind.FAILURE, "NEW\twhat\thint").toFailure();

    assertEquals(SiteException.class, failure.getClass());
    assertEquals("what. hint.", failure.getMessage());
  }

  @Test
  void aMemberComesBackWhateverItsNameIs() {
    ListedMember member =
        new ListedMember(
            new ArchiveMember(
                ArchiveMember.Kind.FIFO, "a\tb\n\u00ff", "", 0, 0600, Instant.EPOCH, "u", "g"),
            Optional.empty());
    String line = Message.member(member).line();
    assertFalse(line.contains("\n"));
    Message heard = Message.parse(line).orElseThrow();
    assertEquals(Message.Kind.MEMBER, heard.kind());
    assertEquals(member, MemberLine.parse(heard.text()));
  }
}
