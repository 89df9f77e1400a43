package org.mkbackup.application.inspect;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.text.EscapedName;

/**
 * One side of a comparison: members in their order, one at a time. A busy directory can be listed
 * with a name twice; then the last one counts, as in a restore.
 */
final class MemberSide implements AutoCloseable {
  private static final MemberOrder ORDER = new MemberOrder();

  /** So many are sorted in memory. */
  private static final int GATHERED = 20_000;

  private final String name;
  private final Supplier<Optional<ListedMember>> members;
  private final Runnable closing;
  private Optional<ListedMember> current = Optional.empty();
  private Optional<ListedMember> ahead;

  private MemberSide(String name, Supplier<Optional<ListedMember>> members, Runnable closing) {
    this.name = name;
    this.members = members;
    this.closing = closing;
    ahead = members.get();
    advance();
  }

  /** A side with nothing in it. */
  static MemberSide empty() {
    return new MemberSide("nothing", Optional::empty, () -> {});
  }

  /** A list that is stored, in its order. */
  static MemberSide of(MemberListReader reader) {
    return new MemberSide(reader.name(), reader::next, reader::close);
  }

  /** What is to be listed first, in any order; it is kept in temporary files. */
  static MemberSide sorted(Consumer<MemberRecorder> listing) {
    MemberSorter sorter = new MemberSorter(GATHERED);
    try {
      listing.accept(sorter);
      return new MemberSide("sorted members", sorter.sorted(), sorter::close);
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
        throw outOfOrder();
      }
    } while (order == 0);
  }

  private ArchiveException outOfOrder() {
    return new ArchiveException(
        "In "
            + name
            + " '"
            + EscapedName.of(path(ahead))
            + "' comes after '"
            + EscapedName.of(path(current))
            + "', which is not the order of a list of members",
        "It was changed or damaged: 'mkbackup verify --deep' tells what else was");
  }

  private static String path(Optional<ListedMember> listed) {
    return listed.orElseThrow().member().path();
  }

  @Override
  public void close() {
    closing.run();
  }
}
