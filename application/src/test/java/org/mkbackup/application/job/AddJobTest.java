package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.ManagedSite;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

class AddJobTest {
  private static final JobId NIGHTLY = new JobId("nightly");
  private static final ScheduleChange AT_NOON =
      new ScheduleChange.Timed(Optional.empty(), List.of(LocalTime.NOON), Optional.empty());

  private final ManagedSite site = new ManagedSite();
  private final AddJob add = new AddJob(site.lock, site.jobs, site.draft, site.timetable);
  private final EditJob edit =
      new EditJob(site.lock, site.jobs, site.runs, site.draft, site.timetable);

  private Job job() {
    return site.jobs.find(NIGHTLY).orElseThrow();
  }

  private void addNightly() {
    add.run(NIGHTLY, ManagedSite.to(ManagedSite.SHELF));
  }

  @Test
  void aNewJobHasAllThatCheckmkExpects() {
    addNightly();

    assertEquals(
        List.of("title", "encrypt", "compress", "no_history", "schedule", "target"),
        job().configuration().keys());
    assertTrue(job().compress());
    assertEquals(Optional.empty(), job().schedule());
  }

  @Test
  void aJobNeedsATargetThatIsThereAndReady() {
    site.repository.save(
        new Target(
            new TargetId("straw"),
            site.repository
                .find(ManagedSite.SHELF)
                .orElseThrow()
                .withParameters(Literal.Dict.EMPTY.with("wood", Literal.text("straw")))
                .configuration()));

    assertThrows(TargetException.class, () -> add.run(NIGHTLY, to("straw")));
    assertThrows(TargetException.class, () -> add.run(NIGHTLY, to("none")));
    assertThrows(UsageException.class, () -> add.run(NIGHTLY, ManagedSite.scheduled(AT_NOON)));
    assertEquals(List.of(), site.jobs.ids());
    addNightly();
    assertThrows(TargetException.class, () -> edit.run(NIGHTLY, to("straw")));
    assertEquals(ManagedSite.SHELF, job().target());
  }

  private static JobChange to(String target) {
    return ManagedSite.to(new TargetId(target));
  }

  @Test
  void anIdIsTakenOnceOnlyEvenByAJobThatMakesNoSense() {
    ManagedSite broken = new ManagedSite(Literal.Dict.EMPTY.with("nightly", Literal.none()));
    AddJob addThere = new AddJob(broken.lock, broken.jobs, broken.draft, broken.timetable);
    assertThrows(
        UsageException.class, () -> addThere.run(NIGHTLY, ManagedSite.to(ManagedSite.SHELF)));
    addNightly();
    assertThrows(UsageException.class, this::addNightly);
  }

  @Test
  void whatIsWrongWithAJobIsToldBeforeItIsSaved() {
    for (JobChange wrong : List.of(titled(" "), titled("two\nlines"), sealed("no such key"))) {
      assertThrows(MkbackupException.class, () -> add.run(NIGHTLY, wrong));
    }
    assertThrows(KeyException.class, () -> add.run(NIGHTLY, sealed("none")));
    assertEquals(List.of(), site.jobs.ids());
  }

  private static JobChange titled(String title) {
    JobChange to = ManagedSite.to(ManagedSite.SHELF);
    return new JobChange(
        Optional.of(title), to.target(), Optional.empty(), to.contents(), Optional.empty());
  }

  private static JobChange sealed(String key) {
    JobChange to = ManagedSite.to(ManagedSite.SHELF);
    return new JobChange(
        Optional.empty(),
        to.target(),
        Optional.of(new JobChange.Sealing(Optional.of(key))),
        to.contents(),
        Optional.empty());
  }

  @Test
  void twoChangesDoNotMeet() {
    try (RunLock.Held held = site.lock.take()) {
      var busy = assertThrows(BusyException.class, this::addNightly);
      assertTrue(busy.what().startsWith("Somebody else is changing"), busy::what);
    }
    addNightly();
    assertFalse(site.jobs.ids().isEmpty());
    assertTrue(site.locks.held().isEmpty());
  }
}
