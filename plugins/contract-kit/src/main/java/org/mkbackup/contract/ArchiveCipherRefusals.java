package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** What an {@link ArchiveCipher} refuses: wrong keys and damaged archives. */
abstract class ArchiveCipherRefusals extends SealedArchives {
  private static final String WRONG = "a wrong passphrase";

  @Test
  void refusesARecipientThatIsNone() {
    assertThrows(ConfigurationException.class, () -> cipher().alsoFor(List.of("nobody")));
  }

  @Test
  void refusesAWrongPassphraseAndNamesTheKeyOnly() {
    try (Passphrase wrong = Passphrase.of(WRONG.toCharArray())) {
      KeyException refused =
          assertThrows(KeyException.class, () -> cipher().unlock(key(), wrong).close());
      assertTrue(refused.what().contains(key().id().value()), refused::what);
      assertTrue(refused.what().contains(key().alias()), refused::what);
      assertFalse(refused.what().contains(WRONG), refused::what);
    }
  }

  @Test
  void refusesWhatAnotherKeySealed() throws IOException {
    byte[] foreign = seal(otherKey(), content(100));
    try (OpenedKey opened = unlock()) {
      KeyException refused =
          assertThrows(
              KeyException.class, () -> opened.open(new ByteArrayInputStream(foreign)).close());
      assertTrue(refused.what().contains(key().id().value()), refused::what);
    }
  }

  @Test
  void refusesAnArchiveThatIsCutAnywhere() throws IOException {
    byte[] sealed = seal(content(100));
    try (OpenedKey opened = unlock()) {
      for (int length = 0; length < sealed.length; length++) {
        byte[] cut = Arrays.copyOf(sealed, length);
        assertThrows(ArchiveException.class, () -> readAll(opened, cut), "cut at " + length);
      }
    }
  }

  @Test
  void refusesAFlippedBitInAnyByteOfTheHeader() throws IOException {
    byte[] sealed = seal(content(100));
    try (OpenedKey opened = unlock()) {
      for (int at = 0; at < headerLength(); at++) {
        byte[] flipped = sealed.clone();
        flipped[at] ^= (byte) (1 << at % Byte.SIZE);
        assertThrows(MkbackupException.class, () -> readAll(opened, flipped), "flipped at " + at);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void goesOnRefusingWhatWasRefused(int missing) throws IOException {
    byte[] sealed = seal(content(100));
    byte[] cut = Arrays.copyOf(sealed, sealed.length - missing);
    try (OpenedKey opened = unlock();
        InputStream stream = opened.open(new ByteArrayInputStream(cut))) {
      assertThrows(ArchiveException.class, stream::readAllBytes);
      assertThrows(ArchiveException.class, stream::read);
    }
  }

  @Test
  void opensNothingWithAClosedKey() throws IOException {
    byte[] sealed = seal(content(100));
    OpenedKey opened = unlock();
    InputStream before = opened.open(new ByteArrayInputStream(sealed));
    opened.close();
    assertThrows(IllegalStateException.class, () -> readAll(opened, sealed));
    try (before) {
      assertArrayEquals(content(100), before.readAllBytes());
    }
  }
}
