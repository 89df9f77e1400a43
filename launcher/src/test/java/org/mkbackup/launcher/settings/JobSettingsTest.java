package org.mkbackup.launcher.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** What may be set for all jobs, and for one. */
class JobSettingsTest {
  private static final String SYSTEM = "etc/mkbackup/mkbackup.conf";
  private static final String SITE = "omd/sites/heute/etc/mkbackup/mkbackup.conf";

  @TempDir Path root;

  private void write(String file, String content) throws IOException {
    Files.createDirectories(root.resolve(file).resolveSibling("."));
    Files.writeString(root.resolve(file), content);
  }

  private RetentionPolicy retention(String job) {
    SiteTree site = new SiteTree(new SiteName("heute"), root.resolve("omd/sites/heute"));
    Host host = new Host(root, Context.SITE, "host", Optional.of(site), Optional.empty());
    return new SettingsReader(host, 3).read().of(new JobId(job)).retention();
  }

  private String refusal() {
    return assertThrows(ConfigurationException.class, () -> retention("nightly")).getMessage();
  }

  @Test
  void whatIsSetForOneJobOverridesWhatIsSetForAll() throws IOException {
    write(SYSTEM, "retention { keep-last = 2, keep-daily = 7, keep-yearly = 3 }");
    write(SITE, "jobs.every-night.retention { keep-daily = 30, keep-weekly = 4 }");

    assertEquals(new RetentionPolicy(2, 7, 0, 0, 3, Period.ZERO), retention("other"));
    assertEquals(new RetentionPolicy(2, 30, 4, 0, 3, Period.ZERO), retention("every-night"));
  }

  @Test
  void theSitesFileWinsForOneJobToo() throws IOException {
    write(SYSTEM, "jobs.nightly.retention { keep-last = 2, keep-monthly = 6 }");
    write(SITE, "jobs { nightly { retention { keep-last = 5 } } }");

    assertEquals(new RetentionPolicy(5, 0, 0, 6, 0, Period.ZERO), retention("nightly"));
  }

  @ParameterizedTest
  @CsvSource({"14 days,P14D", "14d,P14D", "6 weeks,P42D", "3 months,P3M", "1 year,P1Y", "10,P10D"})
  void aTimeIsInDaysWeeksMonthsOrYears(String time, Period period) throws IOException {
    write(SITE, "retention.keep-within = " + time);

    assertEquals(period, retention("nightly").within());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keep-last = 0",
        "keep-last = 1.5",
        "keep-last = all",
        "keep-last = []",
        "keep-last = null",
        "keep-daily = -1",
        "keep-weekly = 10001",
        "keep-within = 36 hours",
        "keep-within = -1 days",
        "keep-within = 20000 days",
        "keep-within = always"
      })
  void aRetentionThatMakesNoSenseIsRefused(String rule) throws IOException {
    write(SITE, "jobs.nightly.retention { " + rule + " }");

    String key = "jobs.nightly.retention." + rule.replaceFirst(" .*", "");
    assertTrue(refusal().contains(SITE + ":1: " + key + " is '"), this::refusal);
    assertTrue(refusal().contains("Legal is: "), this::refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "jobs.nightly.retention.keep-dayly,jobs.nightly.retention.keep-daily",
    "jobs.nightly.keep-daily,jobs.nightly.retention.keep-daily",
    "jobs.nightly.hooks.befor,jobs.nightly.hooks.before",
    "jobs.nightly.notifi,jobs.nightly.notify",
    "retention.keep-dayly,retention.keep-daily"
  })
  void anUnknownKeyIsRefusedWithLineAndTheNearestKnownOne(String key, String nearest)
      throws IOException {
    write(SITE, "# a comment\n" + key + " = 7");

    String refusal = refusal();
    assertTrue(refusal.contains(SITE + ":2: unknown setting '" + key + "'"), refusal);
    assertTrue(refusal.contains("'" + nearest + "'"), refusal);
  }

  @Test
  void whatIsFarFromAllThatThereIsGetsNoProposal() throws IOException {
    write(SITE, "jobs.nightly.colour = blue");
    assertTrue(refusal().contains("unknown setting 'jobs.nightly.colour'"), this::refusal);
    assertTrue(refusal().contains("check, hooks, notify, retention"), this::refusal);

    write(SITE, "colour = blue");
    assertTrue(refusal().contains("There are: appliance, check, "), this::refusal);
  }

  @Test
  void whatCanOnlyBeSetForAllJobsIsToldAsThat() throws IOException {
    write(SITE, "jobs.nightly.log.keep = 7");

    assertTrue(refusal().contains(":1: 'log.keep' can't be set for one job only"), this::refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "jobs,jobs.JOB.retention.keep-last",
    "jobs.nightly,jobs.nightly.retention.keep-last",
    "jobs.nightly.retention,jobs.nightly.retention.keep-daily",
    "retention,retention.keep-daily"
  })
  void aGroupIsNoValue(String key, String example) throws IOException {
    write(SITE, key + " = 7");

    assertTrue(refusal().contains(":1: " + key + " is '7'. It is a group"), this::refusal);
    assertTrue(refusal().contains("such as " + example + "."), this::refusal);
  }

  @Test
  void aJobMayHaveWhatAnotherHas() throws IOException {
    write(SITE, "jobs { a.retention.keep-daily = 4, nightly.retention = ${jobs.a.retention} }");

    assertEquals(4, retention("nightly").daily());
  }

  @ParameterizedTest
  @ValueSource(strings = {".retention.keep-last = 2", " {}", " = 7"})
  void whatCanBeNoJobIsRefused(String rest) throws IOException {
    write(SITE, "jobs.\"every night\"" + rest);

    assertTrue(refusal().contains(":1: 'every night' is not the id of a job"), this::refusal);
  }

  @Test
  void aFileThatCannotBeSeenIsNotPassedOver() throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.createSymbolicLink(root.resolve("etc/mkbackup"), Path.of("mkbackup"));

    assertTrue(refusal().contains("can't be read"), this::refusal);
  }
}
