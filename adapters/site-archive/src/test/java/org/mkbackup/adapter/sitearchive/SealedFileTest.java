package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.ArchiveException;

class SealedFileTest {

  private static ArchiveException refused(String begins, int more) {
    byte[] file = (begins + "x".repeat(more)).getBytes(StandardCharsets.ISO_8859_1);
    TarSiteArchiver archiver = new TarSiteArchiver(new Engines(List.of(), Optional.empty()));
    return assertThrows(
        ArchiveException.class, () -> archiver.open(new ByteArrayInputStream(file)));
  }

  @Test
  void whatIsSealedIsRefusedWithTheWayToRestoreIt() {
    Map.of(
            "age-encryption.org/v1\n-> ", "age format",
            "-----BEGIN AGE ENCRYPTED FILE-----\n", "age format",
            "2\0", ", version 2")
        .forEach(
            (begins, format) -> {
              ArchiveException refused = refused(begins, 600);
              assertTrue(refused.what().endsWith(format), refused::what);
              assertTrue(
                  refused.hint().contains("'mkbackup restore TARGET BACKUP-ID'"), refused::hint);
            });
  }

  @Test
  void whatNothingOpensAnyMoreIsRefusedWithoutIt() {
    ArchiveException refused = refused("1\0", 600);
    assertTrue(refused.what().contains("version 1, which can't be opened"), refused::what);
  }

  @Test
  void whatIsNotSealedIsCalledNoArchive() {
    assertEquals(
        "This is no archive: it is neither gzip nor zstd nor tar", refused("2", 600).what());
    assertEquals("This is no archive: it is neither gzip nor zstd nor tar", refused("2", 6).what());
  }
}
