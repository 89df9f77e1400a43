package org.mkbackup.launcher.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.application.hook.Hooks;
import org.mkbackup.application.job.Settings;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.CheckLevels;
import org.mkbackup.domain.job.CheckLevels.At;
import org.mkbackup.domain.job.CheckLevels.Levels;
import org.mkbackup.domain.job.CheckLevels.Never;
import org.mkbackup.domain.job.JobId;

/** What is set so that nobody has to look. */
class WatchSettingsTest {
  @TempDir Path root;

  private Settings read(String content) throws IOException {
    Path file = root.resolve("etc/mkbackup/mkbackup.conf");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, content);
    return new SettingsReader(
            new Host(root, Context.SYSTEM, "host", Optional.empty(), Optional.empty()), 3)
        .read();
  }

  private Hooks hooks(String content) throws IOException {
    return read(content).of(new JobId("nightly")).hooks();
  }

  @Test
  void nothingRunsUnlessItIsSet() throws IOException {
    assertEquals(new Hooks(List.of(), List.of(), List.of(), Duration.ofMinutes(5)), hooks(""));
  }

  @Test
  void programsAreListsOfArguments() throws IOException {
    Hooks hooks =
        hooks(
            """
            hooks { before = [[/bin/a, "b c", 7], [/bin/d]], after = [/bin/e, f], timeout = 10 s }
            notify = [/bin/mail, -s, "A backup failed"]
            """);

    assertEquals(
        new Hooks(
            List.of(List.of("/bin/a", "b c", "7"), List.of("/bin/d")),
            List.of(List.of("/bin/e", "f")),
            List.of("/bin/mail", "-s", "A backup failed"),
            Duration.ofSeconds(10)),
        hooks);
  }

  @Test
  void aJobMayHaveItsOwn() throws IOException {
    Settings settings =
        read(
            """
            hooks.before = [/bin/a]
            notify = [/bin/m]
            jobs.x { hooks.before = [], notify = [] }
            """);

    assertEquals(List.of(List.of("/bin/a")), settings.anyJob().hooks().before());
    assertEquals(List.of(), settings.of(new JobId("x")).hooks().before());
    assertEquals(List.of(), settings.of(new JobId("x")).hooks().notifier());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hooks.before = [a]",
        "hooks.before = [[]]",
        "hooks.before = [[/bin/a], /bin/b]",
        "hooks.after = [[[/bin/a]]]",
        "hooks.after = [bin/a]",
        "hooks.after = [{a = b}]",
        "hooks.after = /bin/a",
        "hooks.timeout = 0 s",
        "hooks.timeout = 2 days",
        "hooks.timeout = soon",
        "notify = [[/bin/a], [/bin/b]]",
        "check.age.warn = soon",
        "check.age.warn = -1 s",
        "check.duration.warn = auto",
        "check.size-change.warn = 50",
        "check.size-change.crit = auto",
        "limits.stalled = 0 s",
        "limits.stalled = 8 days",
        "limits.stalled = soon"
      })
  void whatMakesNoSenseIsRefusedByItsKey(String line) {
    String refusal = assertThrows(ConfigurationException.class, () -> read(line)).getMessage();

    assertTrue(refusal.contains(line.replaceFirst(" .*", "")), refusal);
  }

  @Test
  void criticalIsNotBelowWarning() throws IOException {
    String refusal =
        assertThrows(
                ConfigurationException.class,
                () ->
                    read(
                        """
                        check.age.warn = 5 days
                        jobs.x.check.age.crit = 1 day
                        """))
            .getMessage();
    assertTrue(refusal.contains(":2: jobs.x.check.age.crit is '1 day'"), refusal);
    assertTrue(refusal.contains("'5 days' or more, which is check.age.warn"), refusal);

    // The default is nobody's wish.
    assertEquals(
        new At(10), read("check.size-change.crit = 10%").anyJob().check().sizeChange().crit());
    assertEquals(
        new At(5),
        read("check.duration { warn = 5 s, crit = 5 s }").anyJob().check().duration().crit());
  }

  @Test
  void whereOneProgramIsExpectedTheHintShowsOne() {
    String refusal =
        assertThrows(ConfigurationException.class, () -> read("notify = /bin/a")).getMessage();

    assertTrue(refusal.endsWith(": [/usr/bin/logger, Failed]."), refusal);
  }

  @Test
  void levelsHaveDefaultsAndMayBeSetForAJob() throws IOException {
    assertEquals(CheckLevels.USUAL, read("").anyJob().check());
    assertEquals(
        new CheckLevels(
            new Levels(new At(93_600), new Never()),
            new Levels(new At(3600), new At(7200)),
            new Levels(new At(12.5), new At(90))),
        read("""
        jobs.nightly.check {
          age { warn = 26 hours, crit = never }
          duration { warn = 1 h, crit = 2 h }
          size-change { warn = 12.5%, crit = "90 %" }
        }
        """)
            .of(new JobId("nightly"))
            .check());
  }

  @ParameterizedTest
  @CsvSource({"never,", "2 s,PT2S", "1 hour,PT1H"})
  void aRunMayHangForSoLong(String set, Duration limit) throws IOException {
    assertEquals(Optional.ofNullable(limit), read("limits.stalled = " + set).limits().stalled());
  }
}
