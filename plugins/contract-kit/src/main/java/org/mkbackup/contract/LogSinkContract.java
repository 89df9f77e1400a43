package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.port.LogSink;

/** What every {@link LogSink} promises. */
public abstract class LogSinkContract {
  private static final int PID = 4711;
  private static final int MANY = 50;

  /** A log; each call gives one that another process might have. */
  protected abstract LogSink sink();

  /**
   * What the log holds, in its own form.
   *
   * @param atLeast lines to wait for, a bounded time, where lines take their time
   */
  protected abstract List<String> lines(int atLeast);

  private static LogSink.Line line(LogSink.Level level, String text) {
    ZonedDateTime time = ZonedDateTime.of(2026, 11, 24, 2, 30, 0, 0, ZoneOffset.UTC);
    return new LogSink.Line(time, PID, "backup nightly", level, text);
  }

  private static LogSink.Line info(String text) {
    return line(LogSink.Level.INFO, text);
  }

  private static void assertHolds(String part, String line) {
    assertTrue(line.contains(part), () -> "no '" + part + "' in: " + line);
  }

  @Test
  void keepsLinesInTheirOrder() {
    sink().append(List.of(info("one"), info("two")));
    sink().append(List.of(info("three")));

    List<String> lines = lines(3);
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(lines.get(0).endsWith("one"), lines::toString);
    assertTrue(lines.get(1).endsWith("two"), lines::toString);
    assertTrue(lines.get(2).endsWith("three"), lines::toString);
  }

  @Test
  void namesProcessAndRunOnEachLine() {
    sink().append(List.of(info("text")));

    assertHolds("[4711]", lines(1).get(0));
    assertHolds("backup nightly: text", lines(1).get(0));
  }

  @Test
  void marksWarningsAndErrors() {
    sink().append(List.of(line(LogSink.Level.WARNING, "a"), line(LogSink.Level.ERROR, "b")));

    assertHolds("WARNING", lines(2).get(0));
    assertHolds("ERROR", lines(2).get(1));
  }

  @Test
  void takesEachTextForOneLineWhateverIsInIt() {
    sink().append(List.of(info("grün\nforged\u001b[31m"), info("<0>mark"), info("")));

    List<String> lines = lines(3);
    assertEquals(3, lines.size(), lines::toString);
    assertHolds("grün?forged?[31m", lines.get(0));
    assertHolds("<0>mark", lines.get(1));
  }

  @Test
  void keepsLongLinesUpToFourThousandCharacters() {
    String text = "x".repeat(4000);
    sink().append(List.of(info(text)));

    assertHolds(text, lines(1).get(0));
  }

  @Test
  void keepsNothingWhereThereIsNothing() {
    sink().append(List.of());
    sink().append(List.of(info("only")));

    assertEquals(1, lines(1).size());
  }

  @Test
  void losesAndMixesNoLinesOfSeveralWriters() {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (String writer : List.of("a", "b", "c")) {
      LogSink own = sink();
      writers.add(
          CompletableFuture.runAsync(
              () -> IntStream.range(0, MANY).forEach(i -> own.append(List.of(info(writer + i))))));
    }
    writers.forEach(CompletableFuture::join);

    List<String> lines = lines(3 * MANY);
    assertEquals(3 * MANY, lines.size());
    for (String writer : List.of("a", "b", "c")) {
      assertEquals(
          IntStream.range(0, MANY).mapToObj(i -> writer + i).toList(),
          lines.stream()
              .map(line -> line.substring(line.lastIndexOf(' ') + 1))
              .filter(text -> text.startsWith(writer))
              .toList());
    }
  }
}
