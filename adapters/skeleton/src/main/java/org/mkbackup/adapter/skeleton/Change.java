package org.mkbackup.adapter.skeleton;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines from {@code start} to {@code end} of a text that become others.
 *
 * @param end exclusive; equal to the start for an insertion
 */
record Change(int start, int end, List<String> lines) {
  /** Time grows with the square of the lines in which two texts differ. */
  private static final int MOST_LINES = 20_000;

  Change {
    lines = List.copyOf(lines);
  }

  boolean meets(Change other) {
    if (isInsertion() && other.isInsertion()) {
      return start == other.start;
    }
    if (isInsertion()) {
      return other.start < start && start < other.end;
    }
    if (other.isInsertion()) {
      return start < other.start && other.start < end;
    }
    return start < other.end && other.start < end;
  }

  private boolean isInsertion() {
    return start == end;
  }

  private Change and(Change next) {
    return new Change(start, next.end, Stream.concat(lines.stream(), next.lines.stream()).toList());
  }

  /**
   * What turns one text into another, in the order of its lines; no two changes touch. Empty if the
   * texts differ in too many lines to be compared in time.
   */
  static Optional<List<Change>> between(List<String> from, List<String> to) {
    int shorter = Math.min(from.size(), to.size());
    int head = 0;
    while (head < shorter && from.get(head).equals(to.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
      tail++;
    }
    List<String> fromRest = from.subList(head, from.size() - tail);
    List<String> toRest = to.subList(head, to.size() - tail);
    return fromRest.size() + toRest.size() > MOST_LINES
        ? Optional.empty()
        : Optional.of(between(fromRest, toRest, head));
  }

  private static List<Change> between(List<String> from, List<String> to, int offset) {
    Deque<Change> changes = new ArrayDeque<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int start = offset + delta.getSource().getPosition();
      Change change =
          new Change(start, start + delta.getSource().size(), delta.getTarget().getLines());
      // What replaces lines comes as a removal and an insertion.
      boolean goesOn = !changes.isEmpty() && changes.getLast().end == start;
      changes.addLast(goesOn ? changes.removeLast().and(change) : change);
    }
    return List.copyOf(changes);
  }
}
