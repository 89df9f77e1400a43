package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.ManagedSite;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.run.RunState;
import org.mkbackup.domain.site.SiteStatus;

class ChangeJobsTest {
  private static final JobId NIGHTLY = new JobId("nightly");
  private static final ScheduleChange AT_NOON =
      new ScheduleChange.Timed(Optional.empty(), List.of(LocalTime.NOON), Optional.empty());

  private final ManagedSite site = new ManagedSite();
  private final EditJob edit =
      new EditJob(site.lock, site.jobs, site.runs, site.draft, site.timetable);
  private final RemoveJob remove = new RemoveJob(site.lock, site.jobs, site.runs, site.timetable);

  private Job job() {
    return site.jobs.find(NIGHTLY).orElseThrow();
  }

  private void addNightly() {
    site.jobs.save(new Job(NIGHTLY, Literal.Dict.EMPTY.with("target", Literal.text("shelf"))));
  }

  @Test
  void anEditChangesWhatIsNamedAndKeepsWhatOnlyOthersKnow() {
    Literal.Dict before =
        Literal.Dict.EMPTY
            .with("target", Literal.text("shelf"))
            .with("future", Literal.integer(7))
            .with(
                "schedule",
                new Schedule(true, new Schedule.Monthly(28), List.of(LocalTime.MIN))
                    .write(Literal.Dict.EMPTY.with("future", Literal.integer(8))));
    site.jobs.save(new Job(NIGHTLY, before));

    edit.run(NIGHTLY, ManagedSite.scheduled(AT_NOON));

    Literal.Dict schedule =
        new Schedule(true, new Schedule.Monthly(28), List.of(LocalTime.NOON))
            .write(Literal.Dict.EMPTY.with("future", Literal.integer(8)));
    assertEquals(before.with("schedule", schedule).entries(), job().configuration().entries());
  }

  @Test
  void aScheduleNeedsATimeAndGoesWhenItIsToldTo() {
    addNightly();
    ScheduleChange weekly =
        new ScheduleChange.Timed(Optional.of(new Schedule.Daily()), List.of(), Optional.empty());
    assertThrows(UsageException.class, () -> edit.run(NIGHTLY, ManagedSite.scheduled(weekly)));
    edit.run(NIGHTLY, ManagedSite.scheduled(AT_NOON));
    assertEquals(
        Optional.of(new Schedule(false, new Schedule.Daily(), List.of(LocalTime.NOON))),
        job().schedule());
    edit.run(NIGHTLY, ManagedSite.scheduled(new ScheduleChange.Manual()));
    assertEquals(Optional.empty(), job().schedule());
  }

  @Test
  void theTableFollowsEveryChange() {
    addNightly();
    edit.run(NIGHTLY, ManagedSite.scheduled(AT_NOON));
    assertEquals(List.of("0 12 * * * /opt/mkbackup/bin/mkbackup nightly"), site.table());
    remove.run(NIGHTLY);
    assertEquals(List.of(), site.table());
    assertEquals(List.of(), site.control.calls());
  }

  @Test
  void aSiteThatRunsTakesTheTableOverAtOnce() {
    addNightly();
    site.control.bring(ManagedSite.SITE, SiteStatus.PARTLY_RUNNING);
    remove.run(NIGHTLY);
    assertEquals(List.of("reload crontab heute"), site.control.calls());
  }

  @Test
  void aJobIsSavedEvenIfTheSiteDoesNotTakeTheTableOver() {
    addNightly();
    site.control.bring(ManagedSite.SITE, SiteStatus.RUNNING);
    site.control.failCommands(Optional.of("cron is out"));

    var failure =
        assertThrows(
            ConfigurationException.class, () -> edit.run(NIGHTLY, ManagedSite.scheduled(AT_NOON)));

    assertTrue(failure.what().startsWith("Job 'nightly' is saved, but"), failure::what);
    assertTrue(failure.what().endsWith("cron is out"), failure::what);
    assertTrue(failure.hint().contains("'mkbackup job edit nightly'"), failure::hint);
    assertTrue(job().schedule().isPresent());
    site.control.failCommands(Optional.empty());
    edit.run(NIGHTLY, ManagedSite.unchanged());
    assertEquals("reload crontab heute", site.control.calls().get(1));
  }

  @Test
  void aJobIsAddedOrGoneEvenIfTheTableCannotBeWritten() {
    Timetable unwritable =
        new Timetable(
            site.context, site.jobs, site.scheduler, site.control, Path.of("/in two words"));
    var added =
        assertThrows(
            ConfigurationException.class,
            () ->
                new AddJob(site.lock, site.jobs, site.draft, unwritable)
                    .run(NIGHTLY, ManagedSite.to(ManagedSite.SHELF)));
    assertTrue(added.what().startsWith("Job 'nightly' is saved, but"), added::what);
    assertTrue(added.what().contains("/in two words"), added::what);
    job();

    var removed =
        assertThrows(
            ConfigurationException.class,
            () -> new RemoveJob(site.lock, site.jobs, site.runs, unwritable).run(NIGHTLY));
    assertTrue(removed.what().startsWith("Job 'nightly' is removed, but"), removed::what);
    assertEquals(List.of(), site.jobs.ids());
  }

  @Test
  void aRunningJobIsNeitherEditedNorRemoved() {
    addNightly();
    site.running("nightly");
    JobChange change = ManagedSite.scheduled(AT_NOON);
    assertThrows(BusyException.class, () -> edit.run(NIGHTLY, change));
    assertThrows(BusyException.class, () -> remove.run(NIGHTLY));
    assertEquals(Optional.empty(), job().schedule());
  }

  @Test
  void aJobGoesWithItsStateFile() {
    addNightly();
    site.ran("nightly", RunState.Phase.FINISHED, 1, ManagedSite.NOW, true);
    remove.run(NIGHTLY);
    assertEquals(Optional.empty(), site.runs.of(NIGHTLY));
    assertThrows(ConfigurationException.class, () -> remove.run(NIGHTLY));
    assertThrows(
        ConfigurationException.class, () -> edit.run(NIGHTLY, ManagedSite.to(ManagedSite.SHELF)));
  }
}
