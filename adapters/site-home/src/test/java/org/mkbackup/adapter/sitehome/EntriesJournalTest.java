package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EntriesJournalTest {

  private static DirectoryState state(int mode, long seconds, int nanos) {
    return new DirectoryState(mode, FileTime.from(Instant.ofEpochSecond(seconds, nanos)));
  }

  private static EntriesJournal journal(Set<String> names, DirectoryState state) {
    SwapArea area =
        new SwapArea(
            "",
            ".restore_working_dir/mkbackup-new",
            ".restore_working_dir/mkbackup-old",
            state,
            state(0755, -1, 1),
            Set.of(".restore_working_dir"),
            new TreeSet<>(names),
            new TreeSet<>(Set.of("new")),
            names.stream().map(name -> new SwapArea.Locked(name, 0555)).toList());
    return new EntriesJournal(true, List.of(area, area));
  }

  /** Names of any bytes that a name can have. */
  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.chars()
        .range('\u0001', '\u00ff')
        .filter(c -> c != '/')
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(chars -> chars.stream().map(String::valueOf).reduce("", String::concat))
        .set()
        .ofMaxSize(8);
  }

  @Property(tries = 200)
  void isReadAsItWasWritten(
      @ForAll("names") Set<String> names, @ForAll int seconds, @ForAll short mode) {
    EntriesJournal journal = journal(names, state(mode & 07777, seconds, 123_456_789));

    assertEquals(journal, EntriesJournal.of(JournalText.read(journal.bytes())));
  }

  @Test
  void isRefusedWhenItIsCutAnywhere() {
    byte[] whole = journal(Set.of("a b", "end\n", "%"), state(0750, 1, 0)).bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(
          IllegalArgumentException.class,
          () -> EntriesJournal.of(JournalText.read(cut)),
          () -> "cut at " + cut.length);
    }
  }

  @Test
  void isRefusedWhenAnotherProgramWroteIt() {
    byte[] other =
        "format mkbackup-entries-2\nrunning true\nend\n".getBytes(StandardCharsets.UTF_8);
    byte[] strange =
        "format mkbackup-entries-1\nrunning true\narea a b c\nwhat 1\nend\n"
            .getBytes(StandardCharsets.UTF_8);

    assertThrows(IllegalArgumentException.class, () -> EntriesJournal.of(JournalText.read(other)));
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class, () -> EntriesJournal.of(JournalText.read(strange)));
    assertEquals("'what' is not known in it", failure.getMessage());
  }
}
