package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.Console;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.application.hook.RunHooks;
import org.mkbackup.application.job.BackUpSite;
import org.mkbackup.application.job.BackupWriter;
import org.mkbackup.application.job.Books;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.JobRuns;
import org.mkbackup.application.job.Prune;
import org.mkbackup.application.job.PruneJob;
import org.mkbackup.application.job.RecordedRuns;
import org.mkbackup.application.job.RestoreBackup;
import org.mkbackup.application.job.SealingKeys;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.job.StraySettings;
import org.mkbackup.application.job.TargetMounts;
import org.mkbackup.application.job.Targets;
import org.mkbackup.application.run.LoggedRuns;
import org.mkbackup.application.run.StallWatch;
import org.mkbackup.application.site.ArchiveSite;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.application.site.RestoreLock;
import org.mkbackup.application.site.RestoreSite;
import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.application.site.SiteEngines;
import org.mkbackup.application.site.SiteWork;
import org.mkbackup.application.site.Steps;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.KeyRing;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.port.ManifestFormat;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.launcher.console.PassphraseReader;
import org.mkbackup.launcher.settings.SettingsReader;

/** Puts the use cases together. Nothing here touches the outside. */
final class ApplicationModule extends AbstractModule {
  private final Host host;
  private final Map<String, String> environment;

  ApplicationModule(Host host, Map<String, String> environment) {
    this.host = host;
    this.environment = Map.copyOf(environment);
  }

  @Override
  protected void configure() {
    bind(Host.class).toInstance(host);
    // Its time zone is read from a file.
    bind(Clock.class).toProvider(Clock::systemDefaultZone).in(Singleton.class);
  }

  @Provides
  Settings settings() {
    return new SettingsReader(host, Runtime.getRuntime().availableProcessors()).read();
  }

  @Provides
  @Singleton
  PassphraseReader passphrases() {
    return new PassphraseReader(environment, terminal());
  }

  static Optional<Console> terminal() {
    return Optional.ofNullable(System.console());
  }

  @Provides
  Targets targets(TargetRepository repository, TargetTypes types, TargetMounts mounts) {
    return new Targets(repository, types, mounts);
  }

  @Provides
  Catalogue catalogue(
      JobRepository jobs, TargetRepository repository, Targets targets, ManifestFormat manifests) {
    return new Catalogue(jobs, repository, targets, manifests);
  }

  @Provides
  SealingKeys sealingKeys(KeyRing ring, Ciphers ciphers, PassphraseReader passphrases) {
    return new SealingKeys(ring, ciphers::of, key -> passphrases.ask(key.toString()));
  }

  @Provides
  JobContext jobContext(RunLock locks) {
    return new JobContext(host, locks);
  }

  @Provides
  RecordedRuns recordedRuns(
      JobContext context, RunJournal journal, Clock clock, RecoverSite recover, StallWatch stalls) {
    return new RecordedRuns(context, journal, clock, recover, stalls);
  }

  @Provides
  LoggedRuns loggedRuns(LogSink.Factory logs, Provider<Settings> settings, Clock clock) {
    LogSink.Rotation rotation =
        EarlySettings.of(settings).map(Settings::log).orElse(LogSink.Rotation.DEFAULT);
    return new LoggedRuns(logs.create(rotation), clock);
  }

  @Provides
  StraySettings straySettings(JobRepository jobs, Provider<Settings> settings) {
    return new StraySettings(host, jobs, () -> EarlySettings.required(settings).mentions());
  }

  @Provides
  Books books(
      JobRepository jobs,
      StraySettings strays,
      Targets targets,
      SealingKeys keys,
      ManifestFormat manifests) {
    return new Books(jobs, strays, targets, keys, manifests);
  }

  @Provides
  Prune prune(
      JobContext context, ManifestFormat manifests, Provider<Settings> settings, Clock clock) {
    return new Prune(context, manifests, () -> EarlySettings.required(settings), clock.getZone());
  }

  @Provides
  PruneJob pruneJob(JobContext context, RecordedRuns runs, Books books, Prune prune) {
    return new PruneJob(context, runs, books, prune);
  }

  @Provides
  BackupWriter backupWriter(Clock clock, Books books, Provider<Settings> settings, Prune prune) {
    return new BackupWriter(host, clock, books, () -> EarlySettings.required(settings), prune);
  }

  @Provides
  JobRuns jobRuns(
      Clock clock,
      JobContext context,
      RecordedRuns runs,
      Books books,
      Prune prune,
      RunHooks hooks) {
    return new JobRuns(clock, context, runs, books, prune, hooks);
  }

  @Provides
  BackUpSite backUpSite(
      JobContext context, JobRuns jobs, BackupWriter writer, SiteEngines engines) {
    return new BackUpSite(context, jobs, writer, engines);
  }

  @Provides
  StoredBackups storedBackups(Books books, Provider<Settings> settings) {
    return new StoredBackups(
        books,
        () -> EarlySettings.of(settings).map(s -> s.encryption().requireMac()).orElse(false));
  }

  @Provides
  RestoreBackup restoreBackup(
      JobContext context, RecordedRuns runs, StoredBackups backups, SiteEngines engines) {
    return new RestoreBackup(context, runs, backups, engines);
  }

  @Provides
  SiteEngines siteEngines(
      Provider<Settings> settings, SiteEngines.Builtin builtin, SiteOmd omd, SiteControl control) {
    return new SiteEngines(
        () -> EarlySettings.of(settings).map(Settings::siteEngine).orElse(SiteEngine.BUILTIN),
        host,
        builtin,
        omd,
        control);
  }

  @Provides
  SiteEngines.Builtin builtinEngine(
      ArchiveSite archive, RestoreSite restore, SiteArchiver archiver) {
    return new SiteEngines.Builtin(archive, restore, archiver);
  }

  @Provides
  ArchiveSite archiveSite(SiteControl control, SiteWork work, RecoverSite recover) {
    return new ArchiveSite(control, work, recover);
  }

  @Provides
  RestoreLock restoreLock(RunLock locks) {
    return new RestoreLock(host, locks);
  }

  @Provides
  RecoverSite recoverSite(
      SiteHome home, SiteControl control, SiteAccounts accounts, RestoreLock lock) {
    return new RecoverSite(home, control, accounts, lock);
  }

  @Provides
  RestoreSite restoreSite(
      SiteArchiver archiver, RestoreLock lock, RecoverSite recover, Steps steps) {
    return new RestoreSite(host, archiver, lock, recover, steps);
  }
}
