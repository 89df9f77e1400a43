package org.mkbackup.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/** State files in the form in which the agent and the web interface know them. */
class StateFileTest {
  private static final Instant STARTED = Instant.parse("2017-08-13T20:50:47.534146Z");

  private final JsonRunJournal journal = new JsonRunJournal(new ReplacedFile(new SecureRandom()));

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("nightly.state");
  }

  private Optional<RunState> read(String stored) throws IOException {
    Files.writeString(file(), stored);
    return journal.read(file());
  }

  @Test
  void holdsAllKeysWhileTheRunLasts() throws IOException {
    journal.write(
        file(),
        new RunState(
            RunState.Phase.RUNNING,
            4711,
            STARTED,
            Optional.empty(),
            false,
            "2017-08-13 22:50:47 }\n}\n",
            0.5,
            Optional.empty(),
            new NextSchedule.Disabled()));

    assertEquals(
        """
        {
            "bytes_per_second": 0.5,
            "finished": null,
            "next_schedule": "disabled",
            "output": "2017-08-13 22:50:47 }\\n}\\n",
            "pid": 4711,
            "size": null,
            "started": 1502657447.534146,
            "state": "running",
            "success": false
        }
        """,
        Files.readString(file()));
  }

  @Test
  void holdsTheSizeAndTheNextTimeInTheEnd() throws IOException {
    journal.write(
        file(),
        new RunState(
            RunState.Phase.FINISHED,
            4711,
            STARTED,
            Optional.of(STARTED.plusMillis(1500)),
            true,
            "",
            12_345_678_901.0,
            Optional.of(71811L),
            new NextSchedule.At(Instant.ofEpochSecond(1_502_670_600))));

    assertEquals(
        """
        {
            "bytes_per_second": 12345678901.0,
            "finished": 1502657449.034146,
            "next_schedule": 1502670600.0,
            "output": "",
            "pid": 4711,
            "size": 71811,
            "started": 1502657447.534146,
            "state": "finished",
            "success": true
        }
        """,
        Files.readString(file()));
  }

  @Test
  void remembersTheGoodRunBeforeInKeysThatStockPassesOver() throws IOException {
    journal.write(
        file(),
        new RunState(
            RunState.Phase.STARTED,
            1,
            STARTED,
            Optional.empty(),
            false,
            "",
            0,
            Optional.empty(),
            new NextSchedule.Never(),
            Optional.of(new GoodRun(STARTED.minusSeconds(60), 4096))));

    String text = Files.readString(file());
    assertTrue(text.contains("\n    \"previous_finished\": 1502657387.534146,\n"), text);
    assertTrue(text.contains("\n    \"previous_size\": 4096,\n"), text);
  }

  @Test
  void mayLackWhatOnlyTheEndTells() throws IOException {
    assertEquals(
        Optional.of(
            new RunState(
                RunState.Phase.STARTED,
                4711,
                STARTED,
                Optional.empty(),
                false,
                "",
                0,
                Optional.empty(),
                new NextSchedule.Never())),
        read("{\"state\": \"started\", \"pid\": 4711, \"started\": 1502657447.534146}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"state\": \"dreaming\", \"pid\": 1, \"started\": 1}",
        "{\"state\": \"started\", \"pid\": 1}",
        "{\"state\": \"started\", \"pid\": \"x\", \"started\": 1}",
        "{\"state\": \"started\", \"pid\": 1, \"started\": 1, \"finished\": \"never\"}"
      })
  void saysWhatIsWrongWithItWhenItIsUnreadable(String stored) {
    String failure = assertThrows(SiteException.class, () -> read(stored)).getMessage();

    assertTrue(
        failure.startsWith("The state file " + file() + " can't be read: its content"), failure);
  }
}
