package org.mkbackup.adapter.sitearchive;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.mkbackup.domain.failure.ArchiveException;

/** A sealed archive where one that was opened is wanted: told by the bytes that it begins with. */
final class SealedFile {
  private static final String OPEN_IT =
      "Restore it with 'mkbackup restore TARGET BACKUP-ID', which asks for its passphrase;"
          + " BACKUP-ID is the directory that it lies in";

  private static final String AGE = "sealed in the age format";

  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "2\0", "sealed in Checkmk's container, version 2",
          "age-encryption.org/", AGE,
          "-----BEGIN AGE ENCRYPTED FILE-----", AGE);

  /** Betas before March 2017 wrote it. */
  private static final String VERSION_1 = "1\0";

  private SealedFile() {}

  /** Why a file that begins with these bytes isn't read; empty if it isn't sealed. */
  static Optional<ArchiveException> refusal(byte[] beginning) {
    String begins = new String(beginning, StandardCharsets.ISO_8859_1);
    if (begins.startsWith(VERSION_1)) {
      return Optional.of(
          new ArchiveException(
              "This archive is sealed in Checkmk's container, version 1, which can't be opened",
              "Only betas before March 2017 wrote it: restore a newer backup"));
    }
    return BEGINNINGS.entrySet().stream()
        .filter(form -> begins.startsWith(form.getKey()))
        .map(form -> new ArchiveException("This archive is " + form.getValue(), OPEN_IT))
        .findFirst();
  }
}
