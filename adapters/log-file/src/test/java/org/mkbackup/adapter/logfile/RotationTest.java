package org.mkbackup.adapter.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.port.LogSink;

class RotationTest {
  private static final ZonedDateTime TIME =
      ZonedDateTime.of(2026, 11, 24, 2, 30, 5, 0, ZoneOffset.UTC);
  private static final int LINE_LENGTH = "2026-11-24 02:30:05 [1] run: 0001\n".length();

  @TempDir private Path directory;

  private LogSink log(int linesOfAFile, int kept) {
    return new LogFile(
        directory.resolve("mkbackup.log"),
        new LogSink.Rotation((long) LINE_LENGTH * linesOfAFile, kept));
  }

  private static void append(LogSink log, int number) {
    String text = String.format("%04d", number);
    log.append(List.of(new LogSink.Line(TIME, 1, "run", LogSink.Level.INFO, text)));
  }

  private List<String> numbersIn(String name) throws IOException {
    return Files.readAllLines(directory.resolve(name)).stream()
        .map(line -> line.substring(line.length() - 4))
        .toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFullFileIsSetAsideAndTheOldestGoes() throws IOException {
    LogSink log = log(2, 2);
    for (int number = 1; number <= 9; number++) {
      append(log, number);
    }

    assertEquals(List.of("mkbackup.log", "mkbackup.log.1", "mkbackup.log.2"), names());
    assertEquals(List.of("0009"), numbersIn("mkbackup.log"));
    assertEquals(List.of("0007", "0008"), numbersIn("mkbackup.log.1"));
    assertEquals(List.of("0005", "0006"), numbersIn("mkbackup.log.2"));
  }

  @Test
  void linesThatAreMoreThanAFileAreKeptTogether() throws IOException {
    LogSink log = log(2, 1);
    LogSink.Line line = new LogSink.Line(TIME, 1, "run", LogSink.Level.INFO, "0001");
    log.append(List.of(line, line, line));

    assertEquals(List.of("mkbackup.log"), names());
    assertEquals(3, numbersIn("mkbackup.log").size());
  }

  @Test
  void severalWritersLoseNoLineWhileFilesAreSetAside() throws IOException {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      int first = writer * 100;
      writers.add(
          CompletableFuture.runAsync(
              () -> {
                LogSink log = log(20, 99);
                for (int number = first; number < first + 100; number++) {
                  append(log, number);
                }
              }));
    }
    writers.forEach(CompletableFuture::join);

    List<String> all = new ArrayList<>();
    for (String name : names()) {
      all.addAll(numbersIn(name));
    }
    assertEquals(400, all.size());
    assertEquals(400, all.stream().distinct().count());
    assertTrue(names().size() > 2, "nothing was set aside");
  }
}
