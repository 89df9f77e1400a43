package org.mkbackup.application.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;

class CheckedInputTest {
  private static final String MD5_OF_ABC = "900150983cd24fb0d6963f7d28e17f72";
  private static final byte[] ABC = {'a', 'b', 'c'};

  @Test
  void givesOutWhatTheManifestPromises() throws IOException {
    assertArrayEquals(ABC, input(3, MD5_OF_ABC).readAllBytes());
  }

  @Test
  void readsDigestsInCapitalsToo() throws IOException {
    assertArrayEquals(ABC, input(3, MD5_OF_ABC.toUpperCase(java.util.Locale.ROOT)).readAllBytes());
  }

  @Test
  void refusesAnotherDigestAtTheEnd() {
    ArchiveException failure =
        assertThrows(ArchiveException.class, () -> input(3, "0".repeat(32)).readAllBytes());

    assertTrue(failure.getMessage().contains("site-heute.tar"), failure.getMessage());
  }

  @Test
  void refusesAnotherDigestOfTheOtherKind() {
    String sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertArrayEquals(ABC, assertDoesNotThrow(() -> input(sha256).readAllBytes()));

    ArchiveException failure =
        assertThrows(ArchiveException.class, () -> input("0".repeat(64)).readAllBytes());

    assertTrue(failure.getMessage().contains("SHA-256"), failure.getMessage());
  }

  @Test
  void saysTheSameToWhoReadsOnAfterIt() {
    CheckedInput input = input("0".repeat(64));
    ArchiveException failure = assertThrows(ArchiveException.class, input::readAllBytes);

    assertSame(failure, assertThrows(ArchiveException.class, input::readAllBytes));
  }

  private static CheckedInput input(String sha256) {
    return new CheckedInput(
        new ByteArrayInputStream(ABC),
        new StoredArchive("site-heute.tar", 3, MD5_OF_ABC, Optional.of(sha256)));
  }

  @Test
  void refusesAnotherLengthAtTheEnd() {
    ArchiveException failure =
        assertThrows(ArchiveException.class, () -> input(4, MD5_OF_ABC).readAllBytes());

    assertTrue(failure.getMessage().contains("3 bytes"), failure.getMessage());
  }

  private static CheckedInput input(long size, String md5) {
    return new CheckedInput(
        new ByteArrayInputStream(ABC), new StoredArchive("site-heute.tar", size, md5));
  }
}
