package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/** What every {@link RunJournal} promises. */
public abstract class RunJournalContract {
  private static final Instant STARTED = Instant.ofEpochSecond(1_502_657_447L, 534_146_000L);

  protected abstract RunJournal journal();

  /** A directory of state files; it may not be there yet. */
  protected abstract Path directory();

  private Path file(String name) {
    return directory().resolve(name);
  }

  private static RunState running(String output) {
    return new RunState(
        RunState.Phase.RUNNING,
        4711,
        STARTED,
        Optional.empty(),
        false,
        output,
        1234.5,
        Optional.empty(),
        new NextSchedule.Disabled());
  }

  private static RunState finished(NextSchedule next) {
    return new RunState(
        RunState.Phase.FINISHED,
        4711,
        STARTED,
        Optional.of(STARTED.plusSeconds(61)),
        true,
        "done\n",
        0,
        Optional.of(1L << 40),
        next,
        Optional.of(new GoodRun(STARTED.minusSeconds(86_400), 1L << 39)),
        Optional.of(STARTED.plusSeconds(60)));
  }

  @Test
  void knowsNothingOfAStateThatWasNeverWritten() {
    assertEquals(Optional.empty(), journal().read(file("nightly.state")));
  }

  @Test
  void removesOneStateAndNoOther() {
    journal().write(file("nightly.state"), running("one\n"));
    journal().write(file("other.state"), running("two\n"));
    journal().remove(file("nightly.state"));
    journal().remove(file("nightly.state"));
    assertEquals(Optional.empty(), journal().read(file("nightly.state")));
    assertEquals(Optional.of(running("two\n")), journal().read(file("other.state")));
  }

  @Test
  void readsWhatWasWritten() {
    RunState state = running("Zeile 1: ä \"\\\n}\n{\nend\n");
    journal().write(file("nightly.state"), state);
    assertEquals(Optional.of(state), journal().read(file("nightly.state")));
  }

  @Test
  void replacesTheStateBefore() {
    RunState last = finished(new NextSchedule.At(STARTED.plusSeconds(86_400)));
    journal().write(file("nightly.state"), running("a long text ".repeat(1000)));
    journal().write(file("nightly.state"), last);
    assertEquals(Optional.of(last), journal().read(file("nightly.state")));
  }

  /** Has something stand there that is no state of a run. */
  protected abstract void spoil(Path stateFile) throws IOException;

  @Test
  void saysThatAStateCannotBeReadUntilItIsReplaced() throws IOException {
    spoil(file("nightly.state"));
    SiteException failure =
        assertThrows(SiteException.class, () -> journal().read(file("nightly.state")));
    assertTrue(failure.getMessage().contains("nightly.state can't be read"), failure.getMessage());

    journal().write(file("nightly.state"), running("one"));
    assertEquals(Optional.of(running("one")), journal().read(file("nightly.state")));
  }

  @Test
  void keepsTheStatesOfJobsApart() {
    journal().write(file("nightly.state"), running("one"));
    journal().write(file("weekly.state"), finished(new NextSchedule.Never()));
    assertEquals(Optional.of(running("one")), journal().read(file("nightly.state")));
  }

  @Test
  void removesAllStatesOfADirectory() {
    journal().write(file("nightly.state"), running("one"));
    journal().write(file("weekly.state"), running("two"));

    journal().removeAll(directory());

    assertEquals(Optional.empty(), journal().read(file("nightly.state")));
    assertEquals(Optional.empty(), journal().read(file("weekly.state")));
  }

  @Test
  void findsNothingToRemoveInAMissingDirectory() {
    journal().removeAll(file("missing"));
    assertEquals(Optional.empty(), journal().read(file("missing").resolve("a.state")));
  }
}
