package org.mkbackup.application.job;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.application.site.ArchiveSite;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.application.stream.CountingOutput;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteArchive;
import org.mkbackup.domain.site.SiteTree;

/** Writes the archive of a site and its manifest to a target, in one pass. */
public final class SiteBackupWriter {

  /** What is written, and what for. */
  record Order(Job job, GlobalJobId globalId, Optional<Key> key, ArchiveSite.Command archive) {}

  private final Host host;
  private final Clock clock;
  private final Books books;
  private final ArchiveSite archiveSite;
  private final Supplier<Settings> settings;

  public SiteBackupWriter(
      Host host, Clock clock, Books books, ArchiveSite archiveSite, Supplier<Settings> settings) {
    this.host = host;
    this.clock = clock;
    this.books = books;
    this.archiveSite = archiveSite;
    this.settings = settings;
  }

  Compression compression(Job job) {
    return settings.get().compression(job.compress());
  }

  /** Returns the size of what was stored, in bytes. */
  long write(Order order, BackupStore store, RunObserver observer) {
    observer.expecting(lastSize(order, store));
    PendingBackup pending = store.begin(order.globalId());
    try (Abandoning abandoning = () -> Uninterrupted.run(pending::close)) {
      SiteTree site = order.archive().site();
      var version = SiteFiles.versionOf(site);
      StoredArchive archive = writeArchive(order, pending, observer);
      BackupManifest manifest =
          new BackupManifest(
              order.job().id().value(),
              order.job().configuration(),
              host.hostname(),
              List.of(archive),
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              new BackupManifest.Site(site.name(), version));
      writeManifest(manifest, pending);
      pending.commit();
      pending.leftOver().ifPresent(observer::warn);
      return manifest.size();
    }
  }

  private StoredArchive writeArchive(Order order, PendingBackup pending, RunObserver observer) {
    String name =
        SiteArchive.fileName(
            order.archive().site().name(),
            order.archive().compression().gzip(),
            order.key().isPresent());
    CountingOutput counted = new CountingOutput(pending.create(name));
    try (OutputStream sink = sealed(order.key(), counted)) {
      archiveSite.run(order.archive(), sink, observer);
    } catch (IOException e) {
      throw new TargetException("Can't write " + name + ": " + e.getMessage(), "", e);
    }
    return new StoredArchive(name, counted.count(), counted.md5());
  }

  private OutputStream sealed(Optional<Key> key, OutputStream sink) {
    return key.isPresent() ? books.keys().cipher().seal(key.get(), sink) : sink;
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
  private long lastSize(Order order, BackupStore store) {
    try {
      return store.list().contains(order.globalId().complete())
          ? new StoredManifests(books.manifests()).read(store, order.globalId().complete()).size()
          : 0;
    } catch (ArchiveException | TargetException unknown) {
      return 0;
    }
  }

  private interface Abandoning extends AutoCloseable {
    @Override
    void close();
  }
}
