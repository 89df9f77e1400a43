package org.mkbackup.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/** What the journal does in directories that it doesn't have for itself. */
class ReplacedFileTest {
  private final ReplacedFile files = new ReplacedFile(new SecureRandom());
  private final JsonRunJournal journal = new JsonRunJournal(files);

  @TempDir private Path directory;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RunState state(String output) {
    return new RunState(
        RunState.Phase.RUNNING,
        1,
        Instant.EPOCH,
        Optional.empty(),
        false,
        output,
        0,
        Optional.empty(),
        new NextSchedule.Never());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesAPlantedLinkAndLeavesWhatItLeadsTo() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Path file = Files.createSymbolicLink(directory.resolve("restore.state"), victim);

    files.write(file, bytes("new"));

    assertEquals("precious", Files.readString(victim));
    assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void doesNotReadThroughALink() throws IOException {
    Path elsewhere = directory.resolve("elsewhere.state");
    journal.write(elsewhere, state(""));
    Path file = Files.createSymbolicLink(directory.resolve("restore.state"), elsewhere);

    String failure = assertThrows(SiteException.class, () -> journal.read(file)).getMessage();
    assertTrue(failure.contains("restore.state can't be read: it is no file"), failure);
  }

  @Test
  void letsNobodyElseReadIt() throws IOException {
    Path file = directory.resolve("nightly.state");
    files.write(file, bytes("x"));
    assertFalse(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("r--"));
    assertTrue(
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).startsWith("rw-"));
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Path inTheWay = directory.resolve("nightly.state");
    Files.createDirectories(inTheWay.resolve("full"));

    SiteException failure =
        assertThrows(SiteException.class, () -> journal.write(inTheWay, state("")));

    assertTrue(failure.what().contains(inTheWay.toString()), failure::what);
    assertEquals(List.of("nightly.state"), names());
  }

  @Test
  void removesStatesOnlyAndNoDirectories() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Files.createSymbolicLink(directory.resolve("link.state"), victim);
    Files.createDirectory(directory.resolve("directory.state"));
    journal.write(directory.resolve("nightly.state"), state(""));

    journal.removeAll(directory);

    assertEquals(List.of("directory.state", "victim"), names());
  }

  @Test
  void showsEachReaderAWholeState() {
    Path file = directory.resolve("nightly.state");
    journal.write(file, state("short"));
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 300; i++) {
                journal.write(file, state("x".repeat(i * 100)));
              }
            });
    do {
      assertTrue(journal.read(file).isPresent());
    } while (!writing.isDone());
    writing.join();
  }
}
