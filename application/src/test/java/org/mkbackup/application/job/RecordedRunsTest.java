package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.run.StallWatch;
import org.mkbackup.contract.InMemoryRunLock;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunJournal;

class RecordedRunsTest {
  private final RunJournal journal = mock();
  private final RunLogLines log = new RunLogLines();
  private final JobContext context =
      new JobContext(
          new Host(Path.of("/"), Context.SYSTEM, "h", Optional.empty(), Optional.empty()),
          new InMemoryRunLock());
  private final RecordedRuns runs =
      new RecordedRuns(
          context, journal, Clock.systemUTC(), mock(), new StallWatch(Optional::empty, mock()));

  @Test
  void theStatesThatCameOutOfAnArchiveAreForgotten() {
    runs.forgetAll(log);

    verify(journal).removeAll(context.stateDirectory());
    assertEquals(List.of(), log.all());
  }

  @Test
  void aStateThatStaysIsNoFailureOfARestoreThatIsDone() {
    doThrow(new SiteException("read-only", "")).when(journal).removeAll(any());

    runs.forgetAll(log);

    assertEquals(List.of("The states of jobs are those of the backup: read-only."), log.warnings());
  }
}
