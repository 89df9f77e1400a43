package org.mkbackup.application.job;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.run.MovingOutput;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.stream.CountingOutput;
import org.mkbackup.application.stream.MemberSpool;
import org.mkbackup.application.stream.StagedOutput;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.key.SealFormat;
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

  private static final String AGE =
      "Archives are sealed in the age format, which Checkmk's own tools can't restore";

  private final Host host;
  private final Clock clock;
  private final Books books;
  private final Supplier<Settings> settings;
  private final RoomCheck room;

  public BackupWriter(
      Host host, Clock clock, Books books, Supplier<Settings> settings, Prune prune) {
    this.host = host;
    this.clock = clock;
    this.books = books;
    this.settings = settings;
    this.room = new RoomCheck(prune);
  }

  /** Makes the parts the job's complete backup. Returns the size of what was stored, in bytes. */
  public long write(
      JobRuns.Begun begun, BackupManifest.Origin origin, List<Part> parts, RunObserver observer) {
    try (BackupSealer sealer =
        new BackupSealer(begun.key(), books.keys(), settings.get().encryption())) {
      sealer
          .format()
          .filter(format -> format == SealFormat.AGE)
          .ifPresent(age -> observer.info(AGE));
      return write(begun, origin, parts, sealer, observer);
    }
  }

  private long write(
      JobRuns.Begun begun,
      BackupManifest.Origin origin,
      List<Part> parts,
      BackupSealer sealer,
      RunObserver observer) {
    PendingBackup pending = begun.store().begin(begun.globalId());
    try (Abandoning abandoning = () -> Uninterrupted.run(pending::close)) {
      Optional<BackupManifest> last = last(begun);
      // An estimate only: without a good backup before this one, nothing is known.
      observer.expecting(last.map(BackupManifest::size).orElse(0L));
      room.run(begun, last, parts, observer);
      List<StoredArchive> archives = new ArrayList<>();
      for (Part part : parts) {
        archives.add(writeArchive(begun, part, pending, sealer, observer));
      }
      BackupManifest manifest =
          sealer.authenticated(
              new BackupManifest(
                  begun.job().id().value(),
                  begun.job().configuration(),
                  host.hostname(),
                  archives,
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  origin));
      writeManifest(manifest, pending);
      observer
          .movement()
          .during(
              "completing the backup",
              Movement.UNCOUNTED,
              () -> pending.commit(idFor(last.map(BackupManifest::finished), begun)));
      return manifest.size();
    }
  }

  private StoredArchive writeArchive(
      JobRuns.Begun begun,
      Part part,
      PendingBackup pending,
      BackupSealer sealer,
      RunObserver observer) {
    Compression compression = settings.get().compression(begun.job().compress());
    ArchiveName name = new ArchiveName(part.content(), compression.format(), sealer.format());
    String list = name.membersFileName();
    try (MemberSpool members =
        new MemberSpool(sink -> sealer.seal(list, sink).orElse(sink), observer::warn)) {
      StoredArchive archive =
          store(
              sealer,
              pending,
              name.fileName(),
              sink -> part.source().write(compression, sink, members, observer),
              observer);
      return new MemberListWriter(settings.get().limits(), clock)
          .write(members, pending, list, observer)
          .map(archive::with)
          .orElse(archive);
    }
  }

  private interface Content {
    void write(OutputStream sink);
  }

  private StoredArchive store(
      BackupSealer sealer,
      PendingBackup pending,
      String name,
      Content content,
      RunObserver observer) {
    OutputStream target =
        MovingOutput.taking(pending.create(name), observer.movement(), "writing " + name);
    CountingOutput counted =
        new CountingOutput(settings.get().limits().limit(target, clock), clock);
    Optional<StagedOutput> sealing =
        sealer.seal(name, counted).map(stage -> StagedOutput.to(stage, "sealing", clock));
    OutputStream first = sealing.isPresent() ? sealing.get() : counted;
    try (OutputStream sink = MovingOutput.fed(first, observer.movement(), "packing " + name)) {
      content.write(sink);
    } catch (IOException e) {
      throw new TargetException("Can't write " + name + ": " + e.getMessage(), "", e);
    }
    sealing.ifPresent(lane -> lane.times().forEach(time -> observer.verbose(time.line())));
    counted.times().forEach(time -> observer.verbose(time.line()));
    return counted.stored(name);
  }

  private void writeManifest(BackupManifest manifest, PendingBackup pending) {
    try (OutputStream sink = pending.create(BackupManifest.FILE_NAME)) {
      sink.write(books.manifests().write(manifest));
    } catch (IOException e) {
      throw new TargetException(
          "Can't write " + BackupManifest.FILE_NAME + ": " + e.getMessage(), "", e);
    }
  }

  /** The job's last good backup; empty if there is none that can be read. */
  public Optional<BackupManifest> last(JobRuns.Begun begun) {
    BackupId last = begun.globalId().complete();
    try {
      return begun.store().list().contains(last)
          ? Optional.of(new StoredManifests(books.manifests()).read(begun.store(), last))
          : Optional.empty();
    } catch (ArchiveException | TargetException unknown) {
      return Optional.empty();
    }
  }

  /* That of its end, or of the next second that is free; of one that doesn't tell, of now. */
  private BackupId idFor(Optional<Instant> finished, JobRuns.Begun begun) {
    return begun
        .globalId()
        .freeGeneration(finished.orElseGet(clock::instant), begun.store().list());
  }

  private interface Abandoning extends AutoCloseable {
    @Override
    void close();
  }
}
