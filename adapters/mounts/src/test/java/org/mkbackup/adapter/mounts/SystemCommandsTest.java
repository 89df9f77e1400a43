package org.mkbackup.adapter.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.adapter.mounts.Commands.Outcome;
import org.mkbackup.domain.failure.TargetException;

class SystemCommandsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final SystemCommands commands = new SystemCommands();
  @TempDir private Path temp;

  private Outcome sh(String script) {
    return commands.run(List.of("sh", "-c", script), LONG);
  }

  @Test
  void handsOverExitCodeAndAllThatWasSaidInOneLine() {
    assertEquals(
        new Outcome(true, 9, "one; two"), sh("echo ' one'; echo >&2; echo two >&2; exit 9"));
  }

  @Test
  void abandonsWhatTakesTooLongWithAllThatItStarted() throws Exception {
    Path pid = temp.resolve("pid");
    Outcome outcome =
        commands.run(
            List.of("sh", "-c", "sleep 1000 & echo $! >" + pid + "; wait; true"),
            Duration.ofSeconds(2));
    assertFalse(outcome.ended());
    long child = Long.parseLong(Files.readString(pid).strip());
    if (ProcessHandle.of(child).isPresent()) {
      ProcessHandle.of(child).get().onExit().get(1, TimeUnit.MINUTES);
    }
    assertTrue(ProcessHandle.of(child).isEmpty());
  }

  @Test
  void aProcessThatStaysIsNotWaitedFor() {
    assertEquals(new Outcome(true, 0, "said"), sh("sleep 20 & echo said"));
  }

  @Test
  void passesNothingOfTheEnvironmentOn() {
    assertEquals("LC_ALL=C; PATH=/usr/sbin:/usr/bin:/sbin:/bin; PWD=/", sh("env | sort").said());
  }

  @Test
  void namesACommandThatIsMissing() {
    assertFalse(commands.has("no-such-command"));
    TargetException failure =
        assertThrows(TargetException.class, () -> commands.run(List.of("no-such-command"), LONG));
    assertTrue(failure.what().contains("'no-such-command'"), failure::what);
  }

  @Test
  void anInterruptIsKeptForLater() {
    Thread.currentThread().interrupt();
    assertEquals("done", sh("echo done").said());
    assertTrue(Thread.interrupted());
  }
}
