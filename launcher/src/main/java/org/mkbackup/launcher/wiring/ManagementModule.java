package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
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

  @Provides
  @Singleton
  TargetTypes targetTypes() {
    return new TargetTypes(targetTypes, host);
  }

  @Provides
  ConfigurationLock lock(RunLock locks) {
    return new ConfigurationLock(host, locks);
  }

  @Provides
  LastRuns lastRuns(JobContext context, RunJournal journal) {
    return new LastRuns(context, journal);
  }

  @Provides
  JobDraft jobDraft(JobContext context, Targets targets, Keys keys) {
    return new JobDraft(context, targets, keys);
  }

  @Provides
  Timetable timetable(
      JobContext context, JobRepository jobs, Scheduler scheduler, SiteControl control) {
    return new Timetable(context, jobs, scheduler, control, program);
  }

  @Provides
  AddJob addJob(ConfigurationLock lock, JobRepository jobs, JobDraft draft, Timetable timetable) {
    return new AddJob(lock, jobs, draft, timetable);
  }

  @Provides
  EditJob editJob(
      ConfigurationLock lock,
      JobRepository jobs,
      LastRuns runs,
      JobDraft draft,
      Timetable timetable) {
    return new EditJob(lock, jobs, runs, draft, timetable);
  }

  @Provides
  RemoveJob removeJob(
      ConfigurationLock lock, JobRepository jobs, LastRuns runs, Timetable timetable) {
    return new RemoveJob(lock, jobs, runs, timetable);
  }

  @Provides
  ShowStatus showStatus(JobRepository jobs, LastRuns runs, Clock clock) {
    return new ShowStatus(jobs, runs, clock);
  }

  @Provides
  TargetUse targetUse(TargetRepository targets, JobRepository jobs, LastRuns runs) {
    return new TargetUse(targets, jobs, runs);
  }

  @Provides
  AddTarget addTarget(ConfigurationLock lock, TargetRepository targets, TargetTypes types) {
    return new AddTarget(lock, targets, types);
  }

  @Provides
  EditTarget editTarget(
      ConfigurationLock lock,
      TargetRepository targets,
      TargetTypes types,
      CheckTarget ready,
      TargetUse use) {
    return new EditTarget(lock, targets, types, ready, use);
  }

  @Provides
  CheckTarget checkTarget(JobContext context, Targets targets) {
    return new CheckTarget(context, targets);
  }

  @Provides
  RemoveTarget removeTarget(ConfigurationLock lock, TargetRepository targets, TargetUse use) {
    return new RemoveTarget(lock, targets, use);
  }

  @Provides
  Keys keys(KeyRing ring) {
    return new Keys(ring);
  }

  @Provides
  CreateKey createKey(KeyMaker maker, KeyRing ring) {
    return new CreateKey(maker, ring);
  }

  @Provides
  ImportKey importKey(KeyMaker maker, SealingKeys keys, KeyRing ring) {
    return new ImportKey(maker, keys, ring);
  }

  @Provides
  ExportKey exportKey(KeyMaker maker, KeyRing ring) {
    return new ExportKey(maker, ring);
  }

  @Provides
  RemoveKey removeKey(ConfigurationLock lock, KeyRing ring, JobRepository jobs) {
    return new RemoveKey(lock, ring, jobs);
  }
}
