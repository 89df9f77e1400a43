package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;

/** Somebody puts something else in a file's place, between the look at it and its opening. */
class ReplacedFileTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int LARGE = 200_000;

  @TempDir private Path directory;
  private final RunLogLines log = new RunLogLines();
  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
  private final Optional<LinuxCalls> system = NativeCode.load(RunLog.silent());

  private Path file() {
    return directory.resolve("file");
  }

  @BeforeEach
  void needsNativeCode() {
    assertTrue(system.isPresent());
  }

  private SiteFile lookedAt(byte[] content) throws IOException {
    Files.write(file(), content);
    return new SiteFile(file(), "file", Inode.of(file()));
  }

  private void pack(SiteFile found) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          TarWriter tar =
              new TarWriter(
                  new PlainOutput(new SinkStream(sink, Progress.silent()), MemberDigests.none()));
          new TreePacker(
                  "heute",
                  new FileOpener(system, Optional.empty(), log),
                  new AttributeReader(system, directory, AttributeScope.SITE, log),
                  tar,
                  MemberDigests.none(),
                  log,
                  Progress.silent())
              .pack(visitor -> visitor.accept(found));
          assertEquals(0, tar.members());
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {10, LARGE})
  void byAFifoIsLeftOutWithAWarningAndWithoutAWait(int size) throws IOException {
    SiteFile found = lookedAt(new byte[size]);
    Files.delete(file());
    Program.run("mkfifo", file().toString());
    pack(found);
    assertEquals(
        List.of("'file' can't be read and is left out: It is no regular file any more"),
        log.warnings());
  }

  @Test
  void byASymlinkIsNotFollowed() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    SiteFile found = lookedAt(new byte[10]);
    Files.delete(file());
    Files.createSymbolicLink(file(), secret);
    pack(found);
    assertEquals(1, log.warnings().size(), log.all()::toString);
  }

  @Test
  void byNothingHasVanished() throws IOException {
    SiteFile found = lookedAt(new byte[10]);
    Files.delete(file());
    pack(found);
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void anUnchangedFileIsReadFromWhereTheBufferStands() throws IOException {
    byte[] content = new byte[LARGE];
    new Random(1).nextBytes(content);
    try (LiveFile file = LiveFile.open(system.orElseThrow(), lookedAt(content).path())) {
      PlainOutput output =
          new PlainOutput(new SinkStream(sink, Progress.silent()), MemberDigests.none());
      assertEquals(
          FileContent.Outcome.AS_PROMISED,
          new FileContent(output, MemberDigests.none()).copy(file, LARGE));
      output.finish();
    }
    assertArrayEquals(content, sink.toByteArray());
  }
}
