package org.mkbackup.application;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.application.job.JobChange;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.JobDraft;
import org.mkbackup.application.job.LastRuns;
import org.mkbackup.application.job.ScheduleChange;
import org.mkbackup.application.job.TargetMounts;
import org.mkbackup.application.job.Targets;
import org.mkbackup.application.job.Timetable;
import org.mkbackup.application.key.Keys;
import org.mkbackup.application.target.TargetTypes;
import org.mkbackup.application.target.TargetUse;
import org.mkbackup.contract.InMemoryJobRepository;
import org.mkbackup.contract.InMemoryKeyMaker;
import org.mkbackup.contract.InMemoryKeyRing;
import org.mkbackup.contract.InMemoryMountRepository;
import org.mkbackup.contract.InMemoryMounts;
import org.mkbackup.contract.InMemoryRunJournal;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.contract.InMemoryScheduler;
import org.mkbackup.contract.InMemorySiteControl;
import org.mkbackup.contract.InMemoryTargetRepository;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.target.TargetId;

/** The site {@code heute} with what is configured in it, in memory. */
public final class ManagedSite {
  public static final SiteName SITE = new SiteName("heute");
  /* After every run of these tests: a run at work began after the process that is at work. */
  public static final Instant NOW = Instant.parse("2093-11-24T12:00:00Z");
  public static final TargetId SHELF = new TargetId("shelf");
  private static final Path PROGRAM = Path.of("/opt/mkbackup/bin/mkbackup");

  public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  public final InMemoryRunLock locks = new InMemoryRunLock();
  public final InMemoryRunJournal journal = new InMemoryRunJournal();
  public final InMemoryScheduler scheduler = new InMemoryScheduler();
  public final InMemorySiteControl control = new InMemorySiteControl();
  public final InMemoryKeyRing ring = new InMemoryKeyRing();
  public final InMemoryKeyMaker maker = new InMemoryKeyMaker(clock);
  public final InMemoryJobRepository jobs;
  public final InMemoryTargetRepository repository;
  public final Host host;
  public final JobContext context;
  public final ConfigurationLock lock;
  public final LastRuns runs;
  public final TargetTypes types;
  public final JobDraft draft;
  public final Timetable timetable;
  public final TargetUse use;
  public final Targets targets;

  /** A site without jobs, with the target {@link #SHELF}. */
  public ManagedSite() {
    this(Literal.Dict.EMPTY);
  }

  /** The same with jobs, sensible or not. */
  public ManagedSite(Literal.Dict jobs) {
    this.jobs = new InMemoryJobRepository(jobs);
    this.repository =
        new InMemoryTargetRepository(
            Literal.Dict.EMPTY.with("shelf", ShelfType.target("oak")),
            Literal.Dict.EMPTY.with("appliance", ShelfType.target("oak")));
    host =
        new Host(
            Path.of("/"),
            Context.SITE,
            "vm",
            Optional.of(new SiteTree(SITE, Path.of("/omd/sites/heute"))),
            Optional.empty());
    context = new JobContext(host, locks);
    lock = new ConfigurationLock(host, locks);
    runs = new LastRuns(context, journal);
    types = new TargetTypes(Map.of("shelf", new ShelfType()), host);
    targets =
        new Targets(
            repository,
            types,
            new TargetMounts(host, new InMemoryMountRepository(), new InMemoryMounts()));
    draft = new JobDraft(context, targets, new Keys(ring));
    timetable = new Timetable(context, this.jobs, scheduler, control, PROGRAM);
    use = new TargetUse(repository, this.jobs, runs);
  }

  /** A change of nothing. */
  public static JobChange unchanged() {
    return change(Optional.empty(), Optional.empty());
  }

  /** A change of nothing but the schedule. */
  public static JobChange scheduled(ScheduleChange schedule) {
    return change(Optional.empty(), Optional.of(schedule));
  }

  /** A change of nothing but the target. */
  public static JobChange to(TargetId target) {
    return change(Optional.of(target), Optional.empty());
  }

  private static JobChange change(Optional<TargetId> target, Optional<ScheduleChange> schedule) {
    return new JobChange(
        Optional.empty(),
        target,
        Optional.empty(),
        new JobChange.Contents(Optional.empty(), Optional.empty(), Optional.empty()),
        schedule);
  }

  /** Has a job's state file tell of a run of this very process. */
  public void running(String job) {
    ran(job, RunState.Phase.RUNNING, ProcessHandle.current().pid(), NOW, false);
  }

  /** Writes a job's state file. */
  public void ran(String job, RunState.Phase phase, long pid, Instant started, boolean success) {
    journal.write(
        context.stateFile(new JobId(job)),
        new RunState(
            phase,
            pid,
            started,
            phase == RunState.Phase.FINISHED
                ? Optional.of(started.plusSeconds(60))
                : Optional.empty(),
            success,
            "",
            10,
            Optional.empty(),
            new NextSchedule.Never()));
  }

  public List<String> table() {
    return scheduler.table();
  }
}
