package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import java.io.Console;
import java.time.Clock;
import java.time.ZoneId;
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
    Recipes recipes = new Recipes(binder());
    // Its time zone is read from a file.
    recipes.addOnce(Clock.class, from -> Clock.system(ZoneId.systemDefault()));
    recipes.add(
        Settings.class,
        from -> new SettingsReader(host, Runtime.getRuntime().availableProcessors()).read());
    recipes.addOnce(PassphraseReader.class, from -> new PassphraseReader(environment, terminal()));
    books(recipes);
    runs(recipes);
    backups(recipes);
    sites(recipes);
  }

  private void books(Recipes recipes) {
    recipes.add(
        Targets.class,
        from ->
            new Targets(
                from.get(TargetRepository.class),
                from.get(TargetTypes.class),
                from.get(TargetMounts.class)));
    recipes.add(
        Catalogue.class,
        from ->
            new Catalogue(
                from.get(JobRepository.class),
                from.get(TargetRepository.class),
                from.get(Targets.class),
                from.get(ManifestFormat.class)));
    recipes.add(
        SealingKeys.class,
        from -> {
          PassphraseReader passphrases = from.get(PassphraseReader.class);
          return new SealingKeys(
              from.get(KeyRing.class),
              from.get(Ciphers.class)::of,
              key -> passphrases.ask(key.toString()));
        });
    recipes.add(JobContext.class, from -> new JobContext(host, from.get(RunLock.class)));
  }

  private void runs(Recipes recipes) {
    recipes.add(
        RecordedRuns.class,
        from ->
            new RecordedRuns(
                from.get(JobContext.class),
                from.get(RunJournal.class),
                from.get(Clock.class),
                from.get(RecoverSite.class),
                from.get(StallWatch.class)));
    recipes.add(
        LoggedRuns.class,
        from -> {
          LogSink.Factory logs = from.get(LogSink.Factory.class);
          Provider<Settings> settings = from.provider(Settings.class);
          Clock clock = from.get(Clock.class);
          LogSink.Rotation rotation =
              EarlySettings.of(settings).map(Settings::log).orElse(LogSink.Rotation.DEFAULT);
          return new LoggedRuns(logs.create(rotation), clock);
        });
    recipes.add(
        StraySettings.class,
        from ->
            new StraySettings(
                host,
                from.get(JobRepository.class),
                () -> EarlySettings.required(from.provider(Settings.class)).mentions()));
    recipes.add(
        Books.class,
        from ->
            new Books(
                from.get(JobRepository.class),
                from.get(StraySettings.class),
                from.get(Targets.class),
                from.get(SealingKeys.class),
                from.get(ManifestFormat.class)));
    recipes.add(
        Prune.class,
        from -> {
          Clock clock = from.get(Clock.class);
          return new Prune(
              from.get(JobContext.class),
              from.get(ManifestFormat.class),
              () -> EarlySettings.required(from.provider(Settings.class)),
              clock.getZone());
        });
  }

  private void backups(Recipes recipes) {
    recipes.add(
        PruneJob.class,
        from ->
            new PruneJob(
                from.get(JobContext.class),
                from.get(RecordedRuns.class),
                from.get(Books.class),
                from.get(Prune.class)));
    recipes.add(
        BackupWriter.class,
        from ->
            new BackupWriter(
                host,
                from.get(Clock.class),
                from.get(Books.class),
                () -> EarlySettings.required(from.provider(Settings.class)),
                from.get(Prune.class)));
    recipes.add(
        JobRuns.class,
        from ->
            new JobRuns(
                from.get(Clock.class),
                from.get(JobContext.class),
                from.get(RecordedRuns.class),
                from.get(Books.class),
                from.get(Prune.class),
                from.get(RunHooks.class)));
    recipes.add(
        BackUpSite.class,
        from ->
            new BackUpSite(
                from.get(JobContext.class),
                from.get(JobRuns.class),
                from.get(BackupWriter.class),
                from.get(SiteEngines.class)));
    recipes.add(
        StoredBackups.class,
        from ->
            new StoredBackups(
                from.get(Books.class),
                () ->
                    EarlySettings.of(from.provider(Settings.class))
                        .map(s -> s.encryption().requireMac())
                        .orElse(false)));
    recipes.add(
        RestoreBackup.class,
        from ->
            new RestoreBackup(
                from.get(JobContext.class),
                from.get(RecordedRuns.class),
                from.get(StoredBackups.class),
                from.get(SiteEngines.class)));
  }

  private void sites(Recipes recipes) {
    recipes.add(
        SiteEngines.class,
        from ->
            new SiteEngines(
                () ->
                    EarlySettings.of(from.provider(Settings.class))
                        .map(Settings::siteEngine)
                        .orElse(SiteEngine.BUILTIN),
                host,
                from.get(SiteEngines.Builtin.class),
                from.get(SiteOmd.class),
                from.get(SiteControl.class)));
    recipes.add(
        SiteEngines.Builtin.class,
        from ->
            new SiteEngines.Builtin(
                from.get(ArchiveSite.class),
                from.get(RestoreSite.class),
                from.get(SiteArchiver.class)));
    recipes.add(
        ArchiveSite.class,
        from ->
            new ArchiveSite(
                from.get(SiteControl.class),
                from.get(SiteWork.class),
                from.get(RecoverSite.class)));
    recipes.add(RestoreLock.class, from -> new RestoreLock(host, from.get(RunLock.class)));
    recipes.add(
        RecoverSite.class,
        from ->
            new RecoverSite(
                from.get(SiteHome.class),
                from.get(SiteControl.class),
                from.get(SiteAccounts.class),
                from.get(RestoreLock.class)));
    recipes.add(
        RestoreSite.class,
        from ->
            new RestoreSite(
                host,
                from.get(SiteArchiver.class),
                from.get(RestoreLock.class),
                from.get(RecoverSite.class),
                from.get(Steps.class)));
  }

  static Optional<Console> terminal() {
    return Optional.ofNullable(System.console());
  }
}
