package org.mkbackup.application.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mkbackup.application.stream.MemberSpool;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;

/**
 * Takes members as they come, and gives them out in their order. Most archives are in it; those
 * that Checkmk made with Python 2 have the entries of each directory as the disk had them. Members
 * wait in temporary files, each of which is in order, so that memory stays the same.
 */
final class MemberSorter implements MemberRecorder, AutoCloseable {
  private static final Comparator<ListedMember> ORDER =
      Comparator.comparing(listed -> listed.member().path(), new MemberOrder());
  private static final int MOST_RUNS = 128;
  private static final int MOST_CHARACTERS = 4 << 20;

  /** A limit to what a hostile site can fill a disk with. */
  private static final long MOST_IN_ALL = 4L << 30;

  private final int most;
  private final List<ListedMember> gathered = new ArrayList<>();
  private final List<MemberSpool> runs = new ArrayList<>();
  private Optional<ListedMember> last = Optional.empty();
  private long characters;
  private long inAll;
  private boolean finished;

  /**
   * Nothing yet.
   *
   * @param most how many members are sorted in memory
   */
  MemberSorter(int most) {
    this.most = most;
  }

  @Override
  public boolean isWanted() {
    return true;
  }

  /* A worker that is given up can still be heard. */
  @Override
  public synchronized void add(ListedMember member) {
    if (finished) {
      return;
    }
    gathered.add(member);
    int length = member.member().path().length() + member.member().link().length();
    characters += length;
    inAll += length;
    if (inAll > MOST_IN_ALL) {
      fail("the names in an archive are longer than those of any site");
    }
    if (gathered.size() == most || characters > MOST_CHARACTERS) {
      spool();
    }
  }

  /* What goes on where the last run ended belongs to it. */
  private void spool() {
    if (gathered.isEmpty()) {
      return;
    }
    gathered.sort(ORDER);
    if (last.map(before -> ORDER.compare(before, gathered.get(0)) > 0).orElse(true)) {
      if (runs.size() == MOST_RUNS) {
        fail("the members of an archive are in no order, and more than those of any site");
      }
      runs.add(new MemberSpool(UnaryOperator.identity(), MemberSorter::fail));
    }
    MemberSpool run = runs.get(runs.size() - 1);
    gathered.forEach(run::add);
    last = Optional.of(gathered.get(gathered.size() - 1));
    gathered.clear();
    characters = 0;
  }

  private static void fail(String reason) {
    throw new ArchiveException(
        "Members can't be compared: " + reason, "A temporary file holds them meanwhile");
  }

  /** All of them in their order; what has one path stays in the order in which it came. */
  synchronized MergedMembers sorted() {
    finished = true;
    spool();
    List<MemberListReader> readers = new ArrayList<>();
    try {
      for (MemberSpool run : runs) {
        run.finish();
        readers.add(new MemberListReader("(temporary)", run.count(), run.open()));
      }
    } catch (IOException e) {
      throw new ArchiveException("A temporary list can't be read: " + e.getMessage(), "", e);
    }
    return new MergedMembers(readers, ORDER);
  }

  @Override
  public synchronized void close() {
    finished = true;
    runs.forEach(MemberSpool::close);
  }
}
