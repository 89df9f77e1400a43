package org.mkbackup.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.port.LiveSite;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteArchiver.Packing;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;

/** A site to be archived, and a directory to unpack it to. */
abstract class ArchiverTrial {
  static final Compression GZIP = new Compression(Compression.Format.GZIP, 6, 2);

  @TempDir private Path directory;
  private final RunLogLines log = new RunLogLines();

  /** The archiver on trial. */
  protected abstract SiteArchiver archiver();

  /** An archive of just these members, with all checksums right and the end that it should have. */
  protected abstract byte[] forge(ForgedMember... members);

  @BeforeEach
  void makeSite() throws IOException {
    ExampleSite.makeOld(site().home());
    Files.createDirectory(staged());
  }

  @AfterEach
  void unlockAll() {
    ExampleSite.unlock(directory);
  }

  SiteTree site() {
    return ExampleSite.in(directory.resolve("sites"));
  }

  Path inSite(String below) {
    return site().home().resolve(below);
  }

  void write(String below, String content) throws IOException {
    Path file = inSite(below);
    Files.createDirectories(file.resolveSibling(".").normalize());
    Files.writeString(file, content);
  }

  Path staged() {
    return directory.resolve("staged");
  }

  Path workspace() {
    return directory;
  }

  RunLogLines log() {
    return log;
  }

  Packing packing(Compression compression, Optional<LiveSite> live, Progress progress) {
    return new Packing(site(), Exclusions.without(Set.of()), compression, live, log, progress);
  }

  Packing packing(Compression compression) {
    return packing(compression, Optional.empty(), Progress.silent());
  }

  byte[] pack(Packing packing) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    archiver().pack(packing, sink);
    return sink.toByteArray();
  }

  byte[] pack() {
    return pack(packing(GZIP));
  }

  void packTo(OutputStream sink) {
    archiver().pack(packing(GZIP), sink);
  }

  ArchiveSummary check(InputStream archive) {
    try (SiteArchiver.Opened opened = archiver().open(archive)) {
      return opened.check(Progress.silent());
    }
  }

  ArchiveSummary check(byte[] archive) {
    return check(new ByteArrayInputStream(archive));
  }

  ArchiveSummary visit(byte[] archive, MemberVisitor visitor) {
    try (SiteArchiver.Opened opened = archiver().open(new ByteArrayInputStream(archive))) {
      return opened.visit(visitor, Progress.silent());
    }
  }

  ArchiveSummary unpack(InputStream archive) {
    try (SiteArchiver.Opened opened = archiver().open(archive)) {
      return opened.unpack(staged(), log, Progress.silent());
    }
  }

  ArchiveSummary unpack(byte[] archive) {
    return unpack(new ByteArrayInputStream(archive));
  }

  /** What should come out of an archive of the site as it is. */
  SortedMap<String, String> archived() {
    SortedMap<String, String> listing = TreeListing.of(site().home());
    listing.keySet().removeIf(name -> name.startsWith(ExampleSite.DATABASE + "/"));
    return listing;
  }
}
