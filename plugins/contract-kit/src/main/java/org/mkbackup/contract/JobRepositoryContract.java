package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;

/** What every {@link JobRepository} holds to. */
public abstract class JobRepositoryContract {
  private static final Literal.Dict TO_NAS =
      Literal.Dict.EMPTY.with("title", Literal.text("A job")).with("target", Literal.text("nas"));
  private static final Literal.Dict WITHOUT_TARGET =
      Literal.Dict.EMPTY.with("title", Literal.text("No target"));
  private static final JobId NIGHTLY = new JobId("nightly");

  /**
   * A repository that holds these entries and no others.
   *
   * @param entries configurations by job ids, sensible or not
   */
  protected abstract JobRepository holding(Literal.Dict entries);

  @Test
  void holdsNoJobsWhereNoneAreConfigured() {
    JobRepository jobs = holding(Literal.Dict.EMPTY);
    assertEquals(List.of(), jobs.all());
    assertEquals(Optional.empty(), jobs.find(NIGHTLY));
  }

  @Test
  void listsJobsSortedById() {
    JobRepository jobs =
        holding(Literal.Dict.EMPTY.with("b", TO_NAS).with("_c", TO_NAS).with("a", TO_NAS));
    assertEquals(
        List.of("_c", "a", "b"), jobs.all().stream().map(job -> job.id().value()).toList());
  }

  @Test
  void findsAJobWithAllThatIsConfigured() {
    Literal.Dict configuration = TO_NAS.with("future", Literal.integer(7));
    JobRepository jobs = holding(Literal.Dict.EMPTY.with("nightly", configuration));
    assertEquals(Optional.of(new Job(NIGHTLY, configuration)), jobs.find(NIGHTLY));
  }

  @Test
  void refusesASenselessJobByNameWhenItIsAskedFor() {
    JobRepository jobs =
        holding(Literal.Dict.EMPTY.with("nightly", WITHOUT_TARGET).with("text", Literal.text("")));
    var noTarget = assertThrows(ConfigurationException.class, () -> jobs.find(NIGHTLY));
    assertTrue(noTarget.what().startsWith("Job 'nightly' has no 'target'"), noTarget.what());
    assertThrows(ConfigurationException.class, () -> jobs.find(new JobId("text")));
  }

  @Test
  void listsTheOthersBesideSenselessJobs() {
    JobRepository jobs =
        holding(
            Literal.Dict.EMPTY
                .with("nightly", WITHOUT_TARGET)
                .with("not an id", TO_NAS)
                .with("restore", TO_NAS)
                .with("good", TO_NAS));
    assertEquals(List.of(new Job(new JobId("good"), TO_NAS)), jobs.all());
    assertTrue(jobs.find(new JobId("good")).isPresent());
  }

  @Test
  void showsAllEntriesSensibleOrNot() {
    Literal.Dict entries =
        Literal.Dict.EMPTY.with("nightly", WITHOUT_TARGET).with("not an id", TO_NAS);
    assertEquals(entries, holding(entries).entries());
  }

  @Test
  void saysWhatIsWrongWithEachSenselessJob() {
    JobRepository jobs =
        holding(
            Literal.Dict.EMPTY
                .with("nightly", WITHOUT_TARGET)
                .with("not an id", TO_NAS)
                .with("good", TO_NAS));
    List<String> faults = jobs.faults().stream().map(ConfigurationException::what).toList();
    assertEquals(2, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains("Job 'nightly' has no 'target'"), faults::toString);
    assertTrue(faults.get(1).contains("'not an id'"), faults::toString);
  }

  @Test
  void storesANewJob() {
    JobRepository jobs = holding(Literal.Dict.EMPTY.with("other", TO_NAS));
    Job job = new Job(NIGHTLY, TO_NAS.with("compress", Literal.bool(true)));
    jobs.save(job);
    assertEquals(Optional.of(job), jobs.find(NIGHTLY));
    assertEquals(2, jobs.all().size());
  }

  @Test
  void replacesAJobThatIsThere() {
    JobRepository jobs =
        holding(Literal.Dict.EMPTY.with("nightly", TO_NAS.with("old", Literal.none())));
    Job job = new Job(NIGHTLY, TO_NAS);
    jobs.save(job);
    assertEquals(List.of(job), jobs.all());
  }

  @Test
  void namesAllThatIsConfiguredSensibleOrNot() {
    JobRepository jobs =
        holding(
            Literal.Dict.EMPTY
                .with("b", WITHOUT_TARGET)
                .with("not an id", TO_NAS)
                .with("a", TO_NAS));
    assertEquals(List.of("a", "b", "not an id"), jobs.ids());
  }

  @Test
  void removesAJobAndNoOther() {
    JobRepository jobs =
        holding(
            Literal.Dict.EMPTY
                .with("other", TO_NAS)
                .with("nightly", TO_NAS)
                .with("broken", WITHOUT_TARGET));
    jobs.remove(NIGHTLY);
    assertEquals(Optional.empty(), jobs.find(NIGHTLY));
    assertEquals(List.of("broken", "other"), jobs.ids());
    jobs.remove(NIGHTLY);
    jobs.remove(new JobId("broken"));
    assertEquals(List.of("other"), jobs.ids());
  }

  @Test
  void keepsASenselessJobWhenAnotherIsStored() {
    JobRepository jobs = holding(Literal.Dict.EMPTY.with("nightly", WITHOUT_TARGET));
    jobs.save(new Job(new JobId("good"), TO_NAS));
    assertThrows(ConfigurationException.class, () -> jobs.find(NIGHTLY));
  }
}
