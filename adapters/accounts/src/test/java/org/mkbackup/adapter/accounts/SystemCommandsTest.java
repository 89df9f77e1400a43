package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.adapter.accounts.Commands.Outcome;
import org.mkbackup.domain.failure.SiteException;

class SystemCommandsTest {
  private final SystemCommands commands = new SystemCommands(Duration.ofMinutes(1));

  @Test
  void handsOverExitCodeOutputAndTheLastComplaint() {
    Outcome outcome = sh("echo one; echo two; echo first >&2; echo last >&2; echo >&2; exit 9");
    assertEquals(new Outcome(9, "one\ntwo\n", "last"), outcome);
    assertEquals("last (exit code 9)", outcome.reason());
  }

  @Test
  void aFloodOnBothSidesDoesNotBlock() {
    Outcome outcome = sh("seq 400000 >&2; seq 400000");
    assertEquals("400000", outcome.complaint());
    assertTrue(outcome.output().endsWith("399999\n400000\n"));
  }

  @Test
  void endsWhatTakesTooLong() {
    SystemCommands impatient = new SystemCommands(Duration.ofMillis(100));
    SiteException failure =
        assertThrows(SiteException.class, () -> impatient.run(List.of("sleep", "1000")));
    assertTrue(failure.what().contains("'sleep 1000' did not end"), failure::what);
  }

  @Test
  void aChildThatKeepsThePipeOpenIsNotWaitedFor() {
    Outcome outcome = sh("sleep 20 & echo said; exit 3");
    assertEquals(new Outcome(3, "said\n", ""), outcome);
  }

  @Test
  void passesNothingOfTheEnvironmentOn() {
    assertEquals(
        "LC_ALL=C\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\nPWD=/\n", sh("env | sort").output());
  }

  @Test
  void doesNotSplitArguments() {
    assertEquals("a b;c", commands.run(List.of("printf", "%s", "a b;c")).output());
  }

  @Test
  void namesACommandThatIsMissing() {
    SiteException failure =
        assertThrows(SiteException.class, () -> commands.run(List.of("no-such-command")));
    assertTrue(failure.what().contains("'no-such-command'"), failure::what);
  }

  @Test
  void anInterruptIsKeptForLater() {
    Thread.currentThread().interrupt();
    assertEquals("done\n", sh("echo done").output());
    assertTrue(Thread.interrupted());
  }

  private Outcome sh(String script) {
    return commands.run(List.of("sh", "-c", script));
  }
}
