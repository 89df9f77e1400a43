package org.mkbackup.adapter.sitearchive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.text.PathPatterns;

/** Directories {@code rw} that are archived and restored in one call. */
final class SystemTrees {
  private static final SystemArchiver ARCHIVER =
      new TarSystemArchiver(Archives.jdkOnly(), Duration.ofSeconds(1));

  private SystemTrees() {}

  static SystemTree of(Path directory) {
    return new SystemTree(
        "rw", directory, PathPatterns.of("mnt/*/*"), PathPatterns.of("lost+found"));
  }

  static byte[] pack(Path directory) {
    return pack(directory, RunLog.silent());
  }

  static byte[] pack(Path directory, RunLog log) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    ARCHIVER.pack(of(directory), Compression.NONE, sink, log, Progress.silent());
    return sink.toByteArray();
  }

  static void restore(byte[] archive, Path directory, RunLog log) {
    ARCHIVER.restore(of(directory), new ByteArrayInputStream(archive), log, Progress.silent());
  }

  static void restore(byte[] archive, Path directory) {
    restore(archive, directory, RunLog.silent());
  }
}
