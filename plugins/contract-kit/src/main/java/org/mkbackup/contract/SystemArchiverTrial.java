package org.mkbackup.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.text.PathPatterns;

/** A directory that is in use, and another one as it once was, to be archived. */
abstract class SystemArchiverTrial {
  static final Compression GZIP = new Compression(Compression.Format.GZIP, 6, 2);

  @TempDir private Path directory;
  private final RunLogLines log = new RunLogLines();

  /** The archiver on trial. */
  protected abstract SystemArchiver archiver();

  /** An archive of just these members, with all checksums right and the end that it should have. */
  protected abstract byte[] forge(ForgedMember... members);

  @BeforeEach
  void makeTrees() throws IOException {
    ExampleSite.makeOld(live().directory());
    Files.createDirectories(saved().directory());
    ExampleSite.fillNew(saved().directory());
  }

  @AfterEach
  void unlockAll() {
    ExampleSite.unlock(directory);
  }

  /** What is restored to. */
  SystemTree live() {
    return tree("live");
  }

  /** What is archived. */
  SystemTree saved() {
    return tree("saved");
  }

  private SystemTree tree(String name) {
    return new SystemTree(
        "rw",
        directory.resolve(name),
        PathPatterns.of("mnt/*/*"),
        PathPatterns.of("lost+found", "var/kept*"));
  }

  Path inLive(String below) {
    return live().directory().resolve(below);
  }

  Path inSaved(String below) {
    return saved().directory().resolve(below);
  }

  static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.resolveSibling(".").normalize());
    Files.writeString(file, content);
  }

  Path workspace() {
    return directory;
  }

  RunLogLines log() {
    return log;
  }

  byte[] pack() {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    archiver().pack(saved(), GZIP, sink, log, Progress.silent());
    return sink.toByteArray();
  }

  ArchiveSummary check(byte[] archive) {
    return archiver().check(live(), new ByteArrayInputStream(archive), Progress.silent());
  }

  ArchiveSummary restore(byte[] archive) {
    return archiver().restore(live(), new ByteArrayInputStream(archive), log, Progress.silent());
  }
}
