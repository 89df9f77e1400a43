package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.port.HistorySnapshots;

/** What every {@link HistorySnapshots} does. */
public abstract class HistorySnapshotsContract {
  protected final RunLogLines log = new RunLogLines();

  protected abstract HistorySnapshots snapshots();

  /**
   * A path in the site, with nothing there yet.
   *
   * @param name any text; stored in UTF-8, whatever the locale
   */
  protected abstract Path place(String name);

  /** Appends an event to a database, which is made if it isn't there. */
  protected abstract void append(Path database, String event);

  /** Makes a file in which no database is to be recognised. */
  protected abstract void damage(Path database);

  /** The events that a copy holds, in the order in which they were appended. */
  protected abstract Stream<String> eventsIn(byte[] copy);

  @ParameterizedTest
  @ValueSource(
      strings = {"history.sqlite", "what? #1 50% & a 'quote'.sqlite", "\u00fcmlaut.sqlite"})
  void copiesTheDatabase(String name) throws IOException {
    Path database = place(name);
    append(database, "disk full");
    append(database, "disk empty");

    assertEquals("disk full, disk empty", events(copy(database)));
  }

  @Test
  void startsAtTheBeginningAndKnowsItsSize() throws IOException {
    Path database = place("history.sqlite");
    append(database, "disk full");

    try (SeekableByteChannel copy = snapshots().snapshot(database, log)) {
      assertEquals(0, copy.position());
      assertEquals(copy.size(), read(copy).length);
    }
  }

  @Test
  void keepsACopyAsItWasWhenItWasMade() throws IOException {
    Path database = place("history.sqlite");
    append(database, "before");

    try (SeekableByteChannel copy = snapshots().snapshot(database, log)) {
      append(database, "after");

      assertEquals("before", events(read(copy)));
    }
  }

  @Test
  void copiesMoreThanOnePage() throws IOException {
    Path database = place("history.sqlite");
    String event = "x".repeat(10_000);
    IntStream.range(0, 50).forEach(each -> append(database, event));

    assertEquals(50, eventsIn(copy(database)).filter(event::equals).count());
  }

  @Test
  void makesCopiesOfSeveralDatabasesAtTheSameTime() throws IOException {
    Path first = place("first.sqlite");
    Path second = place("second.sqlite");
    append(first, "one");
    append(second, "two");

    try (SeekableByteChannel one = snapshots().snapshot(first, log);
        SeekableByteChannel two = snapshots().snapshot(second, log)) {
      assertEquals("one", events(read(one)));
      assertEquals("two", events(read(two)));
    }
  }

  @Test
  void refusesADamagedDatabaseInOneLineThatNamesIt() {
    Path database = place("history.sqlite");
    damage(database);

    assertNamed("history.sqlite", assertThrows(IOException.class, () -> copy(database)));
  }

  @Test
  void refusesAMissingDatabaseAndDoesNotMakeOne() {
    Path database = place("history.sqlite");

    assertNamed("history.sqlite", assertThrows(IOException.class, () -> copy(database)));
    assertThrows(IOException.class, () -> copy(database));
  }

  private byte[] copy(Path database) throws IOException {
    try (SeekableByteChannel copy = snapshots().snapshot(database, log)) {
      return read(copy);
    }
  }

  private String events(byte[] copy) {
    return String.join(", ", eventsIn(copy).toList());
  }

  private static byte[] read(SeekableByteChannel copy) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(copy.size()));
    while (content.hasRemaining() && copy.read(content) >= 0) {
      // reads until it is full
    }
    return content.array();
  }

  private static void assertNamed(String name, IOException failure) {
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains(name), message);
    assertFalse(message.contains("\n"), message);
  }
}
