package org.mkbackup.adapter.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunJournalContract;
import org.mkbackup.domain.port.RunJournal;

class JsonRunJournalTest extends RunJournalContract {
  @TempDir private Path temporary;

  @Override
  protected RunJournal journal() {
    return new JsonRunJournal(new ReplacedFile(new SecureRandom()));
  }

  @Override
  protected Path directory() {
    return temporary.resolve("var/check_mk/backup");
  }

  @Override
  protected void spoil(Path stateFile) throws IOException {
    Files.createDirectories(stateFile.resolveSibling("."));
    Files.writeString(stateFile, "{");
  }
}
