package org.mkbackup.adapter.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final String BASE = "one\ntwo\nthree\nfour\n";

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.of("a", "b", "c", "site", "")
        .list()
        .ofMaxSize(8)
        .flatMap(lines -> Arbitraries.of("\n", "").map(end -> String.join("\n", lines) + end));
  }

  @Property(tries = 500)
  void whatTheUserLeftAloneBecomesTheNewDefault(
      @ForAll("text") String base, @ForAll("text") String fresh) {
    assertEquals(Optional.of(fresh), Merge.of(base, base, fresh));
  }

  @Property(tries = 500)
  void whatTheNameLeavesAloneStaysTheUsers(
      @ForAll("text") String base, @ForAll("text") String user) {
    assertEquals(Optional.of(user), Merge.of(base, user, base));
  }

  @Property(tries = 500)
  void theSameChangeIsMadeOnce(@ForAll("text") String base, @ForAll("text") String both) {
    assertEquals(Optional.of(both), Merge.of(base, both, both));
  }

  @Property(tries = 500)
  void itDoesntMatterWhoseChangeIsWhose(
      @ForAll("text") String base, @ForAll("text") String one, @ForAll("text") String other) {
    assertEquals(Merge.of(base, one, other), Merge.of(base, other, one));
  }

  @Test
  void changesOfDifferentLinesAreBothTaken() {
    assertEquals(
        Optional.of("ONE\ntwo\nthree\nFOUR\n"),
        Merge.of(BASE, "ONE\ntwo\nthree\nfour\n", "one\ntwo\nthree\nFOUR\n"));
  }

  @Test
  void changesThatTouchAreBothTaken() {
    assertEquals(
        Optional.of("one\nTWO\nTHREE\nfour\n"),
        Merge.of(BASE, "one\nTWO\nthree\nfour\n", "one\ntwo\nTHREE\nfour\n"));
  }

  @Test
  void linesThatTheUserAddedShiftTheRest() {
    assertEquals(
        Optional.of("# mine\n# mine too\none\ntwo\nTHREE\nfour\n"),
        Merge.of(BASE, "# mine\n# mine too\n" + BASE, "one\ntwo\nTHREE\nfour\n"));
  }

  @Test
  void differentChangesOfOneLineMeet() {
    assertEquals(
        Optional.empty(), Merge.of(BASE, "one\nmine\nthree\nfour\n", "one\ntheirs\nthree\nfour\n"));
  }

  @Test
  void aChangeOfALineThatTheUserRemovedMeetsThat() {
    assertEquals(Optional.empty(), Merge.of(BASE, "one\nthree\nfour\n", "one\nTWO\nthree\nfour\n"));
  }

  @Test
  void differentInsertionsAtOnePlaceMeet() {
    assertEquals(
        Optional.empty(),
        Merge.of(BASE, "one\nmine\ntwo\nthree\nfour\n", "one\ntheirs\ntwo\nthree\nfour\n"));
  }

  @Test
  void aMissingLastLineEndIsKept() {
    for (String user : List.of("one\ntwo", "zero\none\ntwo")) {
      assertEquals(Optional.of(user.replace("one", "ONE")), Merge.of("one\ntwo", user, "ONE\ntwo"));
    }
  }
}
