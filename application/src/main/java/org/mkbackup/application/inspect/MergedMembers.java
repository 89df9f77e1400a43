package org.mkbackup.application.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.mkbackup.domain.site.ListedMember;

/** Members of several lists as one: each list is in order, and so is what comes out. */
final class MergedMembers implements Supplier<Optional<ListedMember>> {
  private final PriorityQueue<Head> heads;

  /** The next member of a list; of two that are the same to the order, the earlier list's comes. */
  private record Head(ListedMember member, int list, MemberListReader rest) {}

  MergedMembers(List<MemberListReader> lists, Comparator<ListedMember> order) {
    heads =
        new PriorityQueue<>(Comparator.comparing(Head::member, order).thenComparing(Head::list));
    for (int i = 0; i < lists.size(); i++) {
      put(i, lists.get(i));
    }
  }

  private void put(int list, MemberListReader rest) {
    rest.next().ifPresent(member -> heads.add(new Head(member, list, rest)));
  }

  @Override
  public Optional<ListedMember> get() {
    Head head = heads.poll();
    if (head == null) {
      return Optional.empty();
    }
    put(head.list(), head.rest());
    return Optional.of(head.member());
  }
}
