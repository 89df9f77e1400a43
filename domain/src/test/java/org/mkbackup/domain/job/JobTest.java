package org.mkbackup.domain.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.target.TargetId;

class JobTest {
  private static final JobId ID = new JobId("nightly");
  private static final String KEY = "C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76";
  private static final Literal.Dict LEAST = Literal.Dict.EMPTY.with("target", Literal.text("nas"));

  @Test
  void whatIsNotSaidHasItsDefault() {
    Job job = new Job(ID, LEAST);
    assertEquals("nightly", job.title());
    assertEquals(new TargetId("nas"), job.target());
    assertFalse(job.compress());
    assertFalse(job.noHistory());
    assertFalse(job.withoutSites());
    assertEquals(Optional.empty(), job.key());
    assertEquals(Optional.empty(), job.schedule());
  }

  @Test
  void whatIsSaidIsRead() {
    Job job =
        new Job(
            ID,
            LEAST
                .with("title", Literal.text("Every night"))
                .with("compress", Literal.bool(true))
                .with("no_history", Literal.integer(1))
                .with("without_sites", Literal.bool(true))
                .with("encrypt", Literal.text(KEY)));
    assertEquals("Every night", job.title());
    assertTrue(job.compress());
    assertTrue(job.noHistory());
    assertTrue(job.withoutSites());
    assertEquals(Optional.of(new KeyId(KEY)), job.key());
  }

  @Test
  void noneStandsForNoKeyAndNoSchedule() {
    Job job = new Job(ID, LEAST.with("encrypt", Literal.none()).with("schedule", Literal.none()));
    assertEquals(Optional.empty(), job.key());
    assertEquals(Optional.empty(), job.schedule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "title; Job 'nightly': title is not a text",
        "target; Job 'nightly': target is not a text",
        "compress; Job 'nightly': compress is neither True nor False",
        "no_history; Job 'nightly': no_history is neither True nor False",
        "without_sites; Job 'nightly': without_sites is neither True nor False",
        "encrypt; Job 'nightly': encrypt is not a text",
        "schedule; Job 'nightly': schedule is not a dictionary",
      })
  void aWrongValueIsRefusedByItsName(String name, String what) {
    Literal.Dict wrong = LEAST.with(name, new Literal.Sequence(List.of()));
    assertEquals(what, assertThrows(ConfigurationException.class, () -> new Job(ID, wrong)).what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"target", "encrypt"})
  void anIllegalIdInAJobIsAFaultOfTheConfiguration(String name) {
    Literal.Dict wrong = LEAST.with(name, Literal.text("no id"));
    var refused = assertThrows(ConfigurationException.class, () -> new Job(ID, wrong));
    assertTrue(
        refused.what().startsWith("Job 'nightly': " + name + ": 'no id' is not"), refused.what());
  }

  @Test
  void aJobWithoutATargetIsRefused() {
    assertThrows(ConfigurationException.class, () -> new Job(ID, Literal.Dict.EMPTY));
  }

  @Test
  void noJobIsCalledRestore() {
    assertThrows(UsageException.class, () -> new JobId("restore"));
    assertEquals("restores", new JobId("restores").toString());
  }
}
