package org.mkbackup.contract;

import java.nio.file.Path;
import org.mkbackup.domain.port.RunJournal;

class InMemoryRunJournalTest extends RunJournalContract {
  private final InMemoryRunJournal journal = new InMemoryRunJournal();

  @Override
  protected RunJournal journal() {
    return journal;
  }

  @Override
  protected Path directory() {
    return Path.of("/var/check_mk/backup");
  }

  @Override
  protected void spoil(Path stateFile) {
    journal.spoil(stateFile);
  }
}
