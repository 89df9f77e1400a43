package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.application.job.AddJob;
import org.mkbackup.application.job.EditJob;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.JobDraft;
import org.mkbackup.application.job.LastRuns;
import org.mkbackup.application.job.RemoveJob;
import org.mkbackup.application.job.SealingKeys;
import org.mkbackup.application.job.Targets;
import org.mkbackup.application.job.Timetable;
import org.mkbackup.application.key.CreateKey;
import org.mkbackup.application.key.ExportKey;
import org.mkbackup.application.key.ImportKey;
import org.mkbackup.application.key.Keys;
import org.mkbackup.application.key.RemoveKey;
import org.mkbackup.application.status.ShowStatus;
import org.mkbackup.application.target.AddTarget;
import org.mkbackup.application.target.CheckTarget;
import org.mkbackup.application.target.EditTarget;
import org.mkbackup.application.target.RemoveTarget;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.application.target.TargetUse;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.KeyMaker;
import org.mkbackup.domain.port.KeyRing;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.Scheduler;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.port.TargetType;

/** Puts together what manages jobs, targets and keys. Nothing here touches the outside. */
final class ManagementModule extends AbstractModule {
  private final Host host;
  private final Path program;
  private final Map<String, TargetType> targetTypes;

  /**
   * Binds for a host.
   *
   * @param program the {@code mkbackup} that cron is to call
   */
  ManagementModule(Host host, Path program, Map<String, TargetType> targetTypes) {
    this.host = host;
    this.program = program;
    this.targetTypes = Map.copyOf(targetTypes);
  }

  @Override
  protected void configure() {
    Recipes recipes = new Recipes(binder());
    recipes.addOnce(TargetTypes.class, from -> new TargetTypes(targetTypes, host));
    recipes.add(
        ConfigurationLock.class, from -> new ConfigurationLock(host, from.get(RunLock.class)));
    jobs(recipes);
    targets(recipes);
    keys(recipes);
  }

  private void jobs(Recipes recipes) {
    recipes.add(
        LastRuns.class,
        from -> new LastRuns(from.get(JobContext.class), from.get(RunJournal.class)));
    recipes.add(
        JobDraft.class,
        from ->
            new JobDraft(
                from.get(JobContext.class), from.get(Targets.class), from.get(Keys.class)));
    recipes.add(
        Timetable.class,
        from ->
            new Timetable(
                from.get(JobContext.class),
                from.get(JobRepository.class),
                from.get(Scheduler.class),
                from.get(SiteControl.class),
                program));
    recipes.add(
        AddJob.class,
        from ->
            new AddJob(
                from.get(ConfigurationLock.class),
                from.get(JobRepository.class),
                from.get(JobDraft.class),
                from.get(Timetable.class)));
    recipes.add(
        EditJob.class,
        from ->
            new EditJob(
                from.get(ConfigurationLock.class),
                from.get(JobRepository.class),
                from.get(LastRuns.class),
                from.get(JobDraft.class),
                from.get(Timetable.class)));
    recipes.add(
        RemoveJob.class,
        from ->
            new RemoveJob(
                from.get(ConfigurationLock.class),
                from.get(JobRepository.class),
                from.get(LastRuns.class),
                from.get(Timetable.class)));
    recipes.add(
        ShowStatus.class,
        from ->
            new ShowStatus(
                from.get(JobRepository.class), from.get(LastRuns.class), from.get(Clock.class)));
  }

  private void targets(Recipes recipes) {
    recipes.add(
        TargetUse.class,
        from ->
            new TargetUse(
                from.get(TargetRepository.class),
                from.get(JobRepository.class),
                from.get(LastRuns.class)));
    recipes.add(
        AddTarget.class,
        from ->
            new AddTarget(
                from.get(ConfigurationLock.class),
                from.get(TargetRepository.class),
                from.get(TargetTypes.class)));
    recipes.add(
        EditTarget.class,
        from ->
            new EditTarget(
                from.get(ConfigurationLock.class),
                from.get(TargetRepository.class),
                from.get(TargetTypes.class),
                from.get(CheckTarget.class),
                from.get(TargetUse.class)));
    recipes.add(
        CheckTarget.class,
        from -> new CheckTarget(from.get(JobContext.class), from.get(Targets.class)));
    recipes.add(
        RemoveTarget.class,
        from ->
            new RemoveTarget(
                from.get(ConfigurationLock.class),
                from.get(TargetRepository.class),
                from.get(TargetUse.class)));
  }

  private void keys(Recipes recipes) {
    recipes.add(Keys.class, from -> new Keys(from.get(KeyRing.class)));
    recipes.add(
        CreateKey.class, from -> new CreateKey(from.get(KeyMaker.class), from.get(KeyRing.class)));
    recipes.add(
        ImportKey.class,
        from ->
            new ImportKey(
                from.get(KeyMaker.class), from.get(SealingKeys.class), from.get(KeyRing.class)));
    recipes.add(
        ExportKey.class, from -> new ExportKey(from.get(KeyMaker.class), from.get(KeyRing.class)));
    recipes.add(
        RemoveKey.class,
        from ->
            new RemoveKey(
                from.get(ConfigurationLock.class),
                from.get(KeyRing.class),
                from.get(JobRepository.class)));
  }
}
