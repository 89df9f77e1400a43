package org.mkbackup.application.appliance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.Compression;

/** Archives of system directories that are nothing but their names and those of versions. */
final class RecordedArchiver implements SystemArchiver {
  private final Calls calls;
  private final List<SystemTree> restored = new ArrayList<>();
  private final List<String> versions = new ArrayList<>();
  private final Map<String, Runnable> whileRestoring = new HashMap<>();
  private Runnable whilePacking = () -> {};
  private long contentBytes = 1;

  RecordedArchiver(Calls calls) {
    this.calls = calls;
  }

  /** Has archives of the data volume hold a version of Checkmk. */
  void addVersion(String version) {
    versions.add(version);
  }

  void whilePacking(Runnable work) {
    whilePacking = work;
  }

  void whileRestoring(String tree, Runnable work) {
    whileRestoring.put(tree, work);
  }

  /** Has archives tell that they hold so many bytes. */
  void setContentBytes(long bytes) {
    contentBytes = bytes;
  }

  /** With what {@link #restore} was called. */
  List<SystemTree> restored() {
    return List.copyOf(restored);
  }

  @Override
  public ArchiveSummary pack(
      SystemTree tree,
      Compression compression,
      OutputStream sink,
      MemberRecorder members,
      RunLog log,
      Progress progress) {
    calls.add("pack " + tree.name());
    whilePacking.run();
    try {
      sink.write(tree.name().getBytes(StandardCharsets.UTF_8));
      sink.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArchiveSummary(1, contentBytes);
  }

  @Override
  public ArchiveSummary check(SystemTree tree, InputStream archive, Progress progress) {
    calls.add("check " + tree.name());
    read(tree, archive);
    versions.forEach(version -> progress.at("omd/versions/" + version + "/bin"));
    return new ArchiveSummary(1, contentBytes);
  }

  @Override
  public ArchiveSummary visit(
      SystemTree tree, InputStream archive, MemberVisitor visitor, Progress progress) {
    throw new UnsupportedOperationException("nobody looks at single members here");
  }

  @Override
  public ArchiveSummary restore(
      SystemTree tree, InputStream archive, RunLog log, Progress progress) {
    calls.add("restore " + tree.name());
    whileRestoring.getOrDefault(tree.name(), () -> {}).run();
    restored.add(tree);
    read(tree, archive);
    return new ArchiveSummary(1, contentBytes);
  }

  private static void read(SystemTree tree, InputStream archive) {
    try (archive) {
      String content = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
      if (!content.equals(tree.name())) {
        throw new ArchiveException("This is an archive of " + content, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
