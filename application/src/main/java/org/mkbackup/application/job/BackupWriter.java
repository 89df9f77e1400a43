package org.mkbackup.application.job;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.stream.CountingOutput;
import org.mkbackup.application.stream.MemberSpool;
import org.mkbackup.application.stream.StagedOutput;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.port.PendingBackup;
import org.mkbackup.domain.site.Compression;

/** Writes archives, one after the other, and their manifest to a target, in one pass. */
public final class BackupWriter {

  /**
   * One archive of a backup.
   *
   * @param content what the archive is called, as {@link ArchiveName#content}
   */
  public record Part(String content, Source source) {}

  /** Where the bytes of an archive come from. */
  public interface Source {
    /**
     * Writes the archive, and flushes but doesn't close the sink.
     *
     * @param members is told what goes into it, if that is known
     */
    void write(
        Compression compression, OutputStream sink, MemberRecorder members, RunObserver observer);
  }

  private final Host host;
  private final Clock clock;
  private final Books books;
  private final Supplier<Settings> settings;

  public BackupWriter(Host host, Clock clock, Books books, Supplier<Settings> settings) {
    this.host = host;
    this.clock = clock;
    this.books = books;
    this.settings = settings;
  }

  /** Makes the parts the job's complete backup. Returns the size of what was stored, in bytes. */
  public long write(
      JobRuns.Begun begun, BackupManifest.Origin origin, List<Part> parts, RunObserver observer) {
    observer.expecting(lastSize(begun));
    PendingBackup pending = begun.store().begin(begun.globalId());
    try (Abandoning abandoning = () -> Uninterrupted.run(pending::close)) {
      List<StoredArchive> archives = new ArrayList<>();
      for (Part part : parts) {
        archives.add(writeArchive(begun, part, pending, observer));
      }
      BackupManifest manifest =
          new BackupManifest(
              begun.job().id().value(),
              begun.job().configuration(),
              host.hostname(),
              archives,
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              origin);
      writeManifest(manifest, pending);
      pending.commit();
      pending.leftOver().ifPresent(observer::warn);
      return manifest.size();
    }
  }

  private StoredArchive writeArchive(
      JobRuns.Begun begun, Part part, PendingBackup pending, RunObserver observer) {
    Compression compression = settings.get().compression(begun.job().compress());
    ArchiveName name = new ArchiveName(part.content(), compression.gzip(), begun.key().isPresent());
    try (MemberSpool members = new MemberSpool(sink -> sealed(begun.key(), sink), observer::warn)) {
      StoredArchive archive =
          store(
              begun.key(),
              pending,
              name.fileName(),
              sink -> part.source().write(compression, sink, members, observer),
              observer);
      return new MemberListWriter(settings.get().limits(), clock)
          .write(members, pending, name.membersFileName(), observer)
          .map(archive::with)
          .orElse(archive);
    }
  }

  private interface Content {
    void write(OutputStream sink);
  }

  private StoredArchive store(
      Optional<Key> key,
      PendingBackup pending,
      String name,
      Content content,
      RunObserver observer) {
    CountingOutput counted =
        new CountingOutput(settings.get().limits().limit(pending.create(name), clock), clock);
    Optional<StagedOutput> sealing = sealing(key, counted);
    try (OutputStream sink = sealing.isPresent() ? sealing.get() : counted) {
      content.write(sink);
    } catch (IOException e) {
      throw new TargetException("Can't write " + name + ": " + e.getMessage(), "", e);
    }
    sealing.ifPresent(stage -> stage.times().forEach(time -> observer.verbose(time.line())));
    counted.times().forEach(time -> observer.verbose(time.line()));
    return counted.stored(name);
  }

  private OutputStream sealed(Optional<Key> key, OutputStream sink) {
    return key.isPresent() ? books.keys().cipher().seal(key.get(), sink) : sink;
  }

  private Optional<StagedOutput> sealing(Optional<Key> key, OutputStream sink) {
    return key.map(k -> StagedOutput.to(books.keys().cipher().seal(k, sink), "sealing", clock));
  }

  private void writeManifest(BackupManifest manifest, PendingBackup pending) {
    try (OutputStream sink = pending.create(BackupManifest.FILE_NAME)) {
      sink.write(books.manifests().write(manifest));
    } catch (IOException e) {
      throw new TargetException(
          "Can't write " + BackupManifest.FILE_NAME + ": " + e.getMessage(), "", e);
    }
  }

  /* An estimate only: without a good backup before this one, nothing is known. */
  private long lastSize(JobRuns.Begun begun) {
    return replaced(begun).map(BackupManifest::size).orElse(0L);
  }

  /** The backup whose place the job's next one takes; empty if there is none that can be read. */
  public Optional<BackupManifest> replaced(JobRuns.Begun begun) {
    var last = begun.globalId().complete();
    try {
      return begun.store().list().contains(last)
          ? Optional.of(new StoredManifests(books.manifests()).read(begun.store(), last))
          : Optional.empty();
    } catch (ArchiveException | TargetException unknown) {
      return Optional.empty();
    }
  }

  private interface Abandoning extends AutoCloseable {
    @Override
    void close();
  }
}
