package org.mkbackup.application.appliance;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mkbackup.application.KeptManifests;
import org.mkbackup.application.hook.Hooks;
import org.mkbackup.application.hook.RunHooks;
import org.mkbackup.application.job.BackupWriter;
import org.mkbackup.application.job.Books;
import org.mkbackup.application.job.Encryption;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.JobRuns;
import org.mkbackup.application.job.JobSettings;
import org.mkbackup.application.job.Limits;
import org.mkbackup.application.job.Prune;
import org.mkbackup.application.job.RecordedRuns;
import org.mkbackup.application.job.SealingKeys;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.job.StraySettings;
import org.mkbackup.application.job.TargetMounts;
import org.mkbackup.application.job.Targets;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.StallWatch;
import org.mkbackup.application.site.ArchiveSite;
import org.mkbackup.application.site.BringBackSite;
import org.mkbackup.application.site.OwnSiteWork;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.application.site.RestoreLock;
import org.mkbackup.application.site.RestoreSite;
import org.mkbackup.application.site.SiteEngine;
import org.mkbackup.application.site.SiteEngines;
import org.mkbackup.application.site.Sites;
import org.mkbackup.application.site.Steps;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.contract.InMemoryArchiveCipher;
import org.mkbackup.contract.InMemoryBackupStore;
import org.mkbackup.contract.InMemoryJobRepository;
import org.mkbackup.contract.InMemoryKeyRing;
import org.mkbackup.contract.InMemoryMountRepository;
import org.mkbackup.contract.InMemoryMounts;
import org.mkbackup.contract.InMemoryProgramRunner;
import org.mkbackup.contract.InMemoryRunJournal;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.contract.InMemoryTargetRepository;
import org.mkbackup.contract.InMemoryTargetType;
import org.mkbackup.contract.SimpleSiteArchiver;
import org.mkbackup.contract.SimpleSiteHome;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.CheckLevels;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.LogSink;
import org.mkbackup.domain.site.Compression;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** An appliance whose sites are real trees, and all else is noted. */
final class VirtualAppliance {
  static final String VERSION = "2.3.0p1.cre";
  static final JobId JOB = new JobId("all");
  private static final TargetId TARGET = new TargetId("nas");

  final Calls calls = new Calls();
  final RecordedAppliance appliance;
  final RecordedArchiver archiver = new RecordedArchiver(calls);
  final RecordedSites control = new RecordedSites(calls);
  final RecordedAccounts accounts = new RecordedAccounts(calls);
  final InMemoryBackupStore store = new InMemoryBackupStore();
  final InMemoryRunLock locks = new InMemoryRunLock();
  final InMemoryRunJournal journal = new InMemoryRunJournal();
  final InMemoryJobRepository jobs = new InMemoryJobRepository();
  final KeptManifests manifests = new KeptManifests();
  final Lines lines = new Lines();
  RetentionPolicy retention = RetentionPolicy.NEWEST;
  private final Path root;
  private final Host host;

  VirtualAppliance(Path root) throws IOException {
    this.root = root;
    this.appliance = new RecordedAppliance(calls, root);
    this.host = new Host(root, Context.SYSTEM, "cma", Optional.empty(), Optional.empty());
    Files.createDirectories(root.resolve("rw"));
    Files.createDirectories(root.resolve("omd/versions").resolve(VERSION));
    archiver.addVersion(VERSION);
    configure(false);
  }

  void configure(boolean withoutSites) {
    jobs.save(
        new Job(
            JOB,
            Literal.Dict.EMPTY
                .with("target", Literal.text(TARGET.value()))
                .with("without_sites", Literal.bool(withoutSites))));
  }

  SiteName addSite(String name) throws IOException {
    return addSite(name, VERSION);
  }

  SiteName addSite(String name, String version) throws IOException {
    Files.createDirectories(home(name).resolve("etc"));
    Files.createSymbolicLink(home(name).resolve("version"), Path.of("../../versions/" + version));
    Files.writeString(home(name).resolve("etc/file"), "of " + name);
    return new SiteName(name);
  }

  Path home(String name) {
    return root.resolve("omd/sites").resolve(name);
  }

  Path root() {
    return root;
  }

  void backUp(boolean withoutSites) {
    new BackUpAppliance(
            host,
            context(),
            new JobRuns(
                clock(),
                context(),
                runs(),
                books(),
                prune(),
                new RunHooks(host, job -> Hooks.NONE, new InMemoryProgramRunner())),
            new BackupWriter(host, clock(), books(), this::settings, prune()),
            parts())
        .run(JOB, withoutSites, lines);
  }

  /** The id of the only backup. */
  BackupId backup() {
    return store.list().get(0);
  }

  void restore(boolean reboot) {
    restore(reboot, false);
  }

  void restore(boolean reboot, boolean inPlace) {
    new RestoreAppliance(
            host,
            context(),
            runs(),
            new StoredBackups(books(), () -> false),
            parts(),
            new ReplaceAppliance(
                host,
                context(),
                parts(),
                new ReplaceAppliance.SiteSteps(
                    control, accounts, new BringBackSite(engines(), steps()))))
        .run(
            new RestoreAppliance.Command(
                new StoredBackups.Choice(TARGET, backup(), true), inPlace, reboot),
            lines);
  }

  private JobContext context() {
    return new JobContext(host, locks);
  }

  private static Clock clock() {
    return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  }

  private RecordedRuns runs() {
    return new RecordedRuns(
        context(), journal, clock(), recover(), new StallWatch(Optional::empty, mock()));
  }

  private Prune prune() {
    return new Prune(context(), manifests, this::settings, ZoneOffset.UTC);
  }

  private Settings settings() {
    return new Settings(
        Compression.Format.GZIP,
        1,
        Settings.JDK_ENGINE,
        new Limits(1, OptionalLong.empty(), false, Optional.empty()),
        new LogSink.Rotation(1 << 20, 1),
        SiteEngine.BUILTIN,
        Encryption.DEFAULT,
        commands(),
        new JobSettings(retention, Hooks.NONE, CheckLevels.USUAL),
        Map.of(),
        List.of());
  }

  private static ApplianceCommands commands() {
    Map<ApplianceCommands.Step, List<String>> lines = new EnumMap<>(ApplianceCommands.Step.class);
    for (ApplianceCommands.Step step : ApplianceCommands.Step.values()) {
      lines.put(step, List.of("true"));
    }
    return new ApplianceCommands(lines);
  }

  private Books books() {
    InMemoryTargetType type = new InMemoryTargetType();
    type.offer("shelf", store);
    Literal remote =
        new Literal.Tuple(
            List.of(
                Literal.text(type.id()), Literal.Dict.EMPTY.with("store", Literal.text("shelf"))));
    Target target = new Target(TARGET, Literal.Dict.EMPTY.with("remote", remote));
    return new Books(
        jobs,
        new StraySettings(host, jobs, List::of),
        new Targets(
            new InMemoryTargetRepository(target),
            new TargetTypes(Map.of(type.id(), type), host),
            new TargetMounts(host, new InMemoryMountRepository(), new InMemoryMounts())),
        new SealingKeys(
            new InMemoryKeyRing(), format -> new InMemoryArchiveCipher(), key -> Optional.empty()),
        manifests);
  }

  private ApplianceParts parts() {
    return new ApplianceParts(
        appliance, new Sites(host), engines(), archiver, new SimpleSiteArchiver(), recover());
  }

  private RecoverSite recover() {
    return new RecoverSite(steps().home(), control, accounts, new RestoreLock(host, locks));
  }

  private SiteEngines engines() {
    RestoreLock lock = new RestoreLock(host, locks);
    RecoverSite recover = recover();
    return new SiteEngines(
        () -> SiteEngine.BUILTIN,
        host,
        new SiteEngines.Builtin(
            new ArchiveSite(control, steps().work(), recover),
            new RestoreSite(host, new SimpleSiteArchiver(), lock, recover, steps()),
            new SimpleSiteArchiver()),
        mock(),
        control);
  }

  private Steps steps() {
    OwnSiteWork.Reach reach =
        new OwnSiteWork.Reach(
            new SimpleSiteArchiver(),
            (site, log) -> mock(),
            mock(),
            (site, directory, environment, log) -> calls.add("hooks of " + site.name()),
            mock(),
            locks);
    return new Steps(
        control,
        accounts,
        new SimpleSiteHome(),
        new OwnSiteWork(host, reach, mock()),
        (directory, site) -> {});
  }

  /** What a run says. */
  static final class Lines implements RunObserver {
    final List<String> said = new ArrayList<>();

    @Override
    public void info(String line) {
      said.add(line);
    }

    @Override
    public void warn(String line) {
      said.add("WARNING: " + line);
    }

    @Override
    public void verbose(String line) {}
  }
}
