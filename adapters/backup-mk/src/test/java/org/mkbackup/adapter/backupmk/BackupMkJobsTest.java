package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.contract.JobRepositoryContract;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;

class BackupMkJobsTest extends JobRepositoryContract {
  private static final Job JOB =
      new Job(new JobId("nightly"), Literal.Dict.EMPTY.with("target", Literal.text("nas")));

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("backup.mk");
  }

  private JobRepository jobs() {
    return new BackupMkJobs(new BackupMk(file()));
  }

  private JobRepository holding(String text) {
    return new BackupMkJobs(new BackupMkFixture(file()).holding(text));
  }

  @Override
  protected JobRepository holding(Literal.Dict entries) {
    return new BackupMkJobs(new BackupMkFixture(file()).holding("jobs", entries));
  }

  @Test
  void takesAMissingFileForOneWithoutJobsAndMakesIt() throws IOException {
    assertEquals(List.of(), jobs().all());
    jobs().save(JOB);
    assertEquals(
        "{'jobs': {'nightly': {'target': 'nas'}}, 'targets': {}}\n", Files.readString(file()));
  }

  @Test
  void takesAnEmptyFileAsCheckmkLeavesItForOneWithoutJobs() {
    assertEquals(List.of(), holding("").all());
    jobs().save(JOB);
    assertEquals(List.of(JOB), jobs().all());
  }

  @Test
  void keepsAllElseThatIsInTheFile() throws IOException {
    holding(
            """
            # Kept by a person

            {'future': {1: ('x', b'y', set(), 1.5)},
             'jobs': {'nightly': {'target': 'old'}, 'other job': 3, 7: None},
             'targets': {'nas': 'senseless'}}
            """)
        .save(JOB);
    assertEquals(
        """
        # Kept by a person
        {'future': {1: ('x', b'y', set(), 1.5)},
         'jobs': {7: None, 'nightly': {'target': 'nas'}, 'other job': 3},
         'targets': {'nas': 'senseless'}}
        """,
        Files.readString(file()));
  }

  @Test
  void refusesAFileThatIsNoLiteralAndLeavesItAsItIs() throws IOException {
    JobRepository jobs = holding("{'jobs': {\n  'nightly': nothing}}");
    for (var call : List.<Runnable>of(jobs::all, () -> jobs.find(JOB.id()), () -> jobs.save(JOB))) {
      var refused = assertThrows(ConfigurationException.class, call::run);
      assertTrue(refused.what().startsWith(file() + ":2:14: "), refused.what());
    }
    assertEquals("{'jobs': {\n  'nightly': nothing}}", Files.readString(file()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{'jobs': []}", "'jobs'"})
  void refusesAFileOfAnotherShapeByName(String text) {
    JobRepository jobs = holding(text);
    var refused = assertThrows(ConfigurationException.class, jobs::all);
    assertTrue(refused.what().startsWith(file().toString()), refused.what());
    assertThrows(ConfigurationException.class, () -> jobs.save(JOB));
  }
}
