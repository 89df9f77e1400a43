package org.mkbackup.adapter.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.appliance.ApplianceCommands.Step;
import org.mkbackup.domain.failure.ApplianceException;

class RunStepsTest {
  @TempDir Path temp;
  private final RunLogLines log = new RunLogLines();

  private static ApplianceCommands commands(Step step, List<String> line) {
    Map<Step, List<String>> lines = new EnumMap<>(Step.class);
    for (Step any : Step.values()) {
      lines.put(any, List.of("true"));
    }
    lines.put(step, line);
    return new ApplianceCommands(lines);
  }

  private RunSteps steps(Step step, String... line) {
    return new RunSteps(commands(step, List.of(line)), Duration.ofMinutes(1));
  }

  private String script(String text) throws IOException {
    Path file = temp.resolve("script");
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  @Test
  void argumentsReachTheProgramAsTheyAre() {
    RunSteps steps = steps(Step.CLUSTER_SHOW, "echo", "$HOME", "a  b", ";", "*");

    assertEquals(Optional.of("$HOME a  b ; *\n"), steps.ask(Step.CLUSTER_SHOW));
  }

  @Test
  void theEnvironmentIsTheSystems() throws IOException {
    RunSteps steps = steps(Step.CLUSTER_SHOW, script("echo \"$PATH $LC_ALL ${USER:-nobody}\""));

    assertEquals(
        Optional.of("/usr/sbin:/usr/bin:/sbin:/bin C nobody\n"), steps.ask(Step.CLUSTER_SHOW));
  }

  @Test
  void aQuestionThatFailsHasNoAnswer() {
    assertEquals(Optional.empty(), steps(Step.CLUSTER_SHOW, "false").ask(Step.CLUSTER_SHOW));
    assertEquals(
        Optional.empty(), steps(Step.CLUSTER_SHOW, "no-such-drbdadm").ask(Step.CLUSTER_SHOW));
  }

  @Test
  void aStepThatFailsTellsItsCommandItsCodeAndItsLastLine() throws IOException {
    String script = script("echo first; echo 'no valid meta data' >&2; exit 20");

    ApplianceException failure =
        assertThrows(
            ApplianceException.class,
            () -> steps(Step.DRBD_UP, script, "omd").take(Step.DRBD_UP, log));

    assertEquals(
        "'" + script + " omd' failed with exit code 20: no valid meta data", failure.what());
    assertTrue(failure.hint().contains("appliance.drbd-up"), failure.hint());
  }

  @Test
  void aProgramThatIsNotThereIsTold() {
    ApplianceException failure =
        assertThrows(
            ApplianceException.class,
            () -> steps(Step.REBOOT, "no-such-reboot").take(Step.REBOOT, log));

    assertTrue(failure.getMessage().contains("'no-such-reboot'"), failure.getMessage());
  }

  @Test
  void aVersionsProgramIsFoundByItsName() throws IOException {
    String script = script("touch \"$0.$1\"");
    String pattern = script.replace("script", "{version}");
    RunSteps steps = steps(Step.POST_INSTALL, pattern, "{version}");

    steps.take(Step.POST_INSTALL, "script", log);
    steps.take(Step.POST_INSTALL, "absent", log);

    assertTrue(Files.exists(temp.resolve("script.script")));
    assertEquals(List.of("Running " + script + " script"), log.all());
  }

  @Test
  void aProgramThatDoesNotEndIsEndedWithAllThatItHasStarted() throws IOException {
    String script = script("sh -c 'sleep 1000 & echo $! $$ > \"$0.pid\"; wait' \"$0\" & wait");
    RunSteps steps =
        new RunSteps(commands(Step.DATA_MOUNT, List.of(script)), Duration.ofSeconds(1));

    assertThrows(ApplianceException.class, () -> steps.take(Step.DATA_MOUNT, log));

    for (String pid : Files.readString(temp.resolve("script.pid")).strip().split(" ", -1)) {
      assertFalse(ProcessHandle.of(Long.parseLong(pid)).map(RunStepsTest::runs).orElse(false), pid);
    }
  }

  /* One that nobody has reaped yet is there, but has no command. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  @Test
  void muchOutputDoesNotHoldItUp() throws IOException {
    String script = script("yes 'a warning that is long enough' | head -n 10000 >&2");

    steps(Step.DATA_MOUNT, script).take(Step.DATA_MOUNT, log);

    assertEquals(10000, log.details().size());
  }
}
