package org.mkbackup.application.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.stream.MemberSpool;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ListedMember;

class MemberSideTest {

  private static ListedMember member(String path, long size) {
    return new ListedMember(
        new ArchiveMember(
            ArchiveMember.Kind.FIFO, path, "", size, 0644, Instant.EPOCH, "heute", "heute"),
        Optional.empty());
  }

  private static List<String> read(MemberSide side) {
    List<String> read = new ArrayList<>();
    while (side.current().isPresent()) {
      ArchiveMember member = side.current().get().member();
      read.add(member.path() + " " + member.size());
      side.advance();
    }
    return read;
  }

  private static List<String> sorted(int most, List<ListedMember> members) {
    try (MemberSorter sorter = new MemberSorter(most)) {
      members.forEach(sorter::add);
      List<String> read = new ArrayList<>();
      MergedMembers merged = sorter.sorted();
      for (Optional<ListedMember> next = merged.get(); next.isPresent(); next = merged.get()) {
        read.add(next.get().member().path());
      }
      return read;
    }
  }

  @Test
  void membersThatComeInNoOrderAreSortedInHoweverManyParts() {
    List<String> paths =
        new ArrayList<>(List.of("a", "a/b", "a/b/c", "a/b c", "a-b", "a\u00e4", "b"));
    IntStream.range(100, 190).forEach(i -> paths.add("c/" + i));
    List<ListedMember> members = new ArrayList<>(paths.stream().map(p -> member(p, 0)).toList());
    for (int most : new int[] {1, 2, 7, 1000}) {
      Collections.shuffle(members, new Random(most));
      assertEquals(paths, sorted(most, members), "sorted in parts of " + most);
    }
  }

  @Test
  void moreThanAnySiteHasInNoOrderIsRefused() {
    List<ListedMember> members =
        IntStream.range(0, 200).mapToObj(i -> member("" + (999 - i), 0)).toList();
    assertThrows(ArchiveException.class, () -> sorted(1, members));
    assertEquals(200, sorted(2, members).size());
  }

  @Test
  void ofAPathThatComesTwiceTheLastCounts() {
    try (MemberSide side =
        MemberSide.sorted(
            list -> List.of(member("b", 1), member("a", 2), member("b", 3)).forEach(list::add))) {
      assertEquals(List.of("a 2", "b 3"), read(side));
    }
  }

  @Test
  void aListThatIsInNoOrderIsRefusedByItsName() throws IOException {
    MemberSpool list = new MemberSpool(UnaryOperator.identity(), warning -> {});
    try (list) {
      List.of(member("a/c", 1), member("a/b\n", 2)).forEach(list::add);
      list.finish();
      ArchiveException refused =
          assertThrows(
              ArchiveException.class,
              () -> read(MemberSide.of(new MemberListReader("x.members.gz", 2, list.open()))));
      assertTrue(
          refused.what().startsWith("In x.members.gz 'a/b\\012' comes after 'a/c'"), refused::what);
      assertFalse(refused.hint().isEmpty());
    }
  }

  @Test
  void nothingIsASide() {
    try (MemberSide empty = MemberSide.empty();
        MemberSide nothing = MemberSide.sorted(list -> {})) {
      assertEquals(List.of(), read(empty));
      assertEquals(List.of(), read(nothing));
    }
  }
}
