package org.mkbackup.application.inspect;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mkbackup.application.stream.MemberSpool;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;

/** One side of a comparison: members in their order, one at a time. */
final class MemberSide implements AutoCloseable {
  private static final MemberOrder ORDER = new MemberOrder();

  private final Optional<MemberListReader> reader;
  private final Optional<MemberSpool> spool;
  private @Nullable ListedMember current;

  private MemberSide(Optional<MemberListReader> reader, Optional<MemberSpool> spool) {
    this.reader = reader;
    this.spool = spool;
    advance();
  }

  /** A side with nothing in it. */
  static MemberSide empty() {
    return new MemberSide(Optional.empty(), Optional.empty());
  }

  /** A list that is stored. */
  static MemberSide of(MemberListReader reader) {
    return new MemberSide(Optional.of(reader), Optional.empty());
  }

  /** What is to be listed first; the list is kept in a temporary file. */
  static MemberSide spooled(Consumer<MemberRecorder> listing) {
    MemberSpool spool = new MemberSpool(UnaryOperator.identity(), MemberSide::fail);
    try {
      listing.accept(spool);
      if (!spool.finish()) {
        spool.close();
        return empty();
      }
      MemberListReader reader = new MemberListReader("(temporary)", spool.open());
      return new MemberSide(Optional.of(reader), Optional.of(spool));
    } catch (IOException e) {
      spool.close();
      throw new ArchiveException("A temporary list can't be read: " + e.getMessage(), "", e);
    } catch (RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private static void fail(String warning) {
    throw new ArchiveException(
        "The comparison needs a temporary file: " + warning,
        "Make room in the temporary directory");
  }

  /** The member at hand; empty at the end. */
  Optional<ListedMember> current() {
    return Optional.ofNullable(current);
  }

  /** Goes on to the next one. */
  void advance() {
    ListedMember before = current;
    current = reader.flatMap(MemberListReader::next).orElse(null);
    if (before != null
        && current != null
        && ORDER.compare(before.member().path(), current.member().path()) > 0) {
      throw new ArchiveException(
          "The members of a backup don't come in their order, and can't be compared", "");
    }
  }

  @Override
  public void close() {
    try {
      reader.ifPresent(MemberListReader::close);
    } finally {
      spool.ifPresent(MemberSpool::close);
    }
  }
}
