package org.mkbackup.adapter.sitearchive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteArchiver.Packing;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** Archives of stopped sites, made and read in one call. */
final class Archives {
  static final Compression GZIP = new Compression(Compression.Format.GZIP, 6, 2);

  private static final SiteArchiver ARCHIVER = new TarSiteArchiver(Archives.jdkOnly());

  private Archives() {}

  /** The JDK's engine, and no zstd. */
  static Engines jdkOnly() {
    return new Engines(List.of(), Optional.empty());
  }

  static Packing packing(Path home, Compression compression, RunLog log) {
    SiteTree site = new SiteTree(new SiteName("heute"), home);
    return new Packing(
        site, Exclusions.without(Set.of()), compression, Optional.empty(), log, Progress.silent());
  }

  static ArchiveSummary pack(Path home, Compression compression, OutputStream sink) {
    return ARCHIVER.pack(packing(home, compression, RunLog.silent()), sink);
  }

  static byte[] pack(Path home, Compression compression) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    pack(home, compression, sink);
    return sink.toByteArray();
  }

  static SiteArchiver.Opened open(InputStream archive) {
    return ARCHIVER.open(archive);
  }

  static ArchiveSummary check(byte[] archive) {
    try (SiteArchiver.Opened opened = open(new ByteArrayInputStream(archive))) {
      return opened.check(Progress.silent());
    }
  }

  /** Unpacks to a new directory. */
  static ArchiveSummary unpack(InputStream archive, Path directory) {
    try (SiteArchiver.Opened opened = ARCHIVER.open(archive)) {
      return opened.unpack(Files.createDirectory(directory), RunLog.silent(), Progress.silent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ArchiveSummary unpack(byte[] archive, Path directory) {
    return unpack(new ByteArrayInputStream(archive), directory);
  }
}
