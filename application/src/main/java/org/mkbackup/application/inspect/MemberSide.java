package org.mkbackup.application.inspect;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;

/**
 * One side of a comparison: members in their order, one at a time. A busy directory can be listed
 * with a name twice; then the last one counts, as in a restore.
 */
final class MemberSide implements AutoCloseable {
  private static final MemberOrder ORDER = new MemberOrder();

  /** So many are sorted in memory. */
  private static final int GATHERED = 20_000;

  private final Supplier<Optional<ListedMember>> members;
  private final Runnable closing;
  private Optional<ListedMember> current = Optional.empty();
  private Optional<ListedMember> ahead;

  private MemberSide(Supplier<Optional<ListedMember>> members, Runnable closing) {
    this.members = members;
    this.closing = closing;
    ahead = members.get();
    advance();
  }

  /** A side with nothing in it. */
  static MemberSide empty() {
    return new MemberSide(Optional::empty, () -> {});
  }

  /** A list that is stored, in its order. */
  static MemberSide of(MemberListReader reader) {
    return new MemberSide(reader::next, reader::close);
  }

  /** What is to be listed first, in any order; it is kept in temporary files. */
  static MemberSide sorted(Consumer<MemberRecorder> listing) {
    MemberSorter sorter = new MemberSorter(GATHERED);
    try {
      listing.accept(sorter);
      return new MemberSide(sorter.sorted(), sorter::close);
    } catch (RuntimeException e) {
      sorter.close();
      throw e;
    }
  }

  /** The member at hand; empty at the end. */
  Optional<ListedMember> current() {
    return current;
  }

  /** Goes on to the next one. */
  void advance() {
    int order;
    do {
      current = ahead;
      ahead = members.get();
      order = ahead.isPresent() ? ORDER.compare(path(current), path(ahead)) : -1;
      if (order > 0) {
        throw new ArchiveException(
            "The members of a backup don't come in their order, and can't be compared", "");
      }
    } while (order == 0);
  }

  private static String path(Optional<ListedMember> listed) {
    return listed.orElseThrow().member().path();
  }

  @Override
  public void close() {
    closing.run();
  }
}
