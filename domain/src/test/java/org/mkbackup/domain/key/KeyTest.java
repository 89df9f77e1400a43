package org.mkbackup.domain.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;

class KeyTest {
  private static final String ID = "C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76";

  @Test
  void anIdIsSixteenPairsOfDigits() {
    assertEquals(ID, new KeyId(ID).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "C0",
        "c0:4e:d4:4b:b4:ab:8b:3f:b4:09:32:ce:7d:a6:cf:76",
        "C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF",
        "C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76:00",
        "C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:7G",
        "C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76\n",
      })
  void refusesOtherIds(String id) {
    assertThrows(UsageException.class, () -> new KeyId(id));
  }

  @Test
  void aKeyNeverShowsWhatIsInIt() {
    Literal.Dict entry = Literal.Dict.EMPTY.with("private_key", Literal.text("PRIVATE"));
    Key key = new Key(new KeyId(ID), "main", "me", Instant.EPOCH, "CERT", "PRIVATE", true, entry);
    assertEquals(ID + " (main)", key.toString());
  }

  @Test
  void aPassphraseIsNeverShownAndIsWipedWhenItIsClosed() {
    char[] given = "lala".toCharArray();
    Passphrase passphrase = Passphrase.of(given);
    Arrays.fill(given, 'x');
    assertArrayEquals("lala".toCharArray(), passphrase.reveal());
    Arrays.fill(passphrase.reveal(), 'x');
    assertArrayEquals("lala".toCharArray(), passphrase.reveal());
    assertFalse(passphrase.toString().contains("lala"));
    assertEquals(4, passphrase.length());
    passphrase.close();
    assertArrayEquals(new char[4], passphrase.reveal());
  }
}
