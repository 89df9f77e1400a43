package org.mkbackup.adapter.backupmk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.data.Literal;

/** A configuration file that a test fills. */
record BackupMkFixture(Path file) {

  BackupMk holding(String section, Literal.Dict entries) {
    return holding(LiteralPrinter.print(Literal.Dict.EMPTY.with(section, entries)));
  }

  BackupMk holding(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BackupMk(file);
  }
}
