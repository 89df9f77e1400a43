package org.mkbackup.adapter.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes meet and which don't, and that no text is too large to find out. */
class MergeOverlapTest {

  /** Texts are written as words, one for each line. */
  private static Optional<String> merge(String base, String one, String other) {
    return Merge.of(lines(base), lines(one), lines(other))
        .map(merged -> merged.replace('\n', ' ').trim());
  }

  private static String lines(String words) {
    return words.isEmpty() ? "" : words.replace(' ', '\n') + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    // removed next to a change
    "a b c d, a c d, a b C d, a C d",
    // inserted before and behind what the other changed
    "a b c, a x b c, a B c, a x B c",
    "a b c, a b x c, a B c, a B x c",
    // one contains what the other did as well
    "a b c d e f, a B c d E f, a B c d e f, a B c d E f",
    // at the ends
    "a b, x a b, a b y, x a b y",
    "'', x, '', x"
  })
  void changesThatDontMeetAreBothTaken(String base, String one, String other, String merged) {
    assertEquals(Optional.of(merged), merge(base, one, other));
    assertEquals(Optional.of(merged), merge(base, other, one));
  }

  @ParameterizedTest
  @CsvSource({
    // different lines at the only place
    "'', x, y",
    // into what the other removed
    "a b c d, a d, a b x c d",
    // overlapping at one end
    "a b c d, a B C d, a b X Y"
  })
  void changesThatMeetAreNotMerged(String base, String one, String other) {
    assertEquals(Optional.empty(), merge(base, one, other));
    assertEquals(Optional.empty(), merge(base, other, one));
  }

  /** What becomes of a line, and who does it. */
  private enum Edit {
    STAYS,
    OURS_CHANGES,
    OURS_REMOVES,
    OURS_INSERTS,
    THEIRS_CHANGES,
    THEIRS_REMOVES,
    THEIRS_INSERTS
  }

  @Property(tries = 500)
  void changesOfDifferentLinesAreAllTaken(@ForAll List<Edit> edits) {
    assertEquals(
        Optional.of(edited(edits, "")),
        Merge.of(edited(edits, "NOBODY"), edited(edits, "OURS"), edited(edits, "THEIRS")));
  }

  /* Every other line is edited, by those edits whose name begins so. */
  private static String edited(List<Edit> edits, String by) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i).name().startsWith(by) ? edits.get(i) : Edit.STAYS;
      String line = "line " + i + "\n";
      text.append(
          switch (edit) {
            case STAYS -> line;
            case OURS_CHANGES, THEIRS_CHANGES -> edit + " " + line;
            case OURS_REMOVES, THEIRS_REMOVES -> "";
            case OURS_INSERTS, THEIRS_INSERTS -> edit + " " + line + line;
          });
      text.append("after ").append(line);
    }
    return text.toString();
  }

  private static String numbers(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i + "\n").collect(Collectors.joining());
  }

  @Test
  void textsThatDifferInTooManyLinesAreLeftToAPerson() {
    assertEquals(
        Optional.empty(), Merge.of(numbers("a", 300), numbers("b", 300_000), numbers("c", 300)));
  }

  @Test
  void largeTextsThatDifferInFewLinesAreMerged() {
    List<String> merged = new ArrayList<>(List.of(numbers("x", 100_000), "a", numbers("y", 9)));
    String base = String.join("\n", merged);
    String mine = "mine\n" + base;
    String theirs = base.replace("\na\n", "\nb\n");

    assertEquals(Optional.of("mine\n" + theirs), Merge.of(base, mine, theirs));
  }

  @Test
  void textsWithNothingInCommonAreCompared() {
    String base = numbers("a", 3_000);
    String mine = numbers("b", 3_000);

    assertEquals(
        Optional.of("new\n" + mine + "new\n"), Merge.of(base, mine, "new\n" + base + "new\n"));
  }
}
