package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ConfigurationException;

class AgeRecipientTest {
  private static final String GOOD =
      "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

  private static ConfigurationException refused(String text) {
    return assertThrows(
        ConfigurationException.class, () -> new AgeCipher().alsoFor(List.of(GOOD, text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me@example",
        "age1",
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q",
        "ssh-rsa",
        "ssh-rsa ????",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAIQCv",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAHwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5f////w==",
        "ecdsa-sha2-nistp256 AAAA"
      })
  void oneThatIsNoneIsRefusedInOneLine(String text) {
    ConfigurationException refused = refused(text);
    assertTrue(refused.what().contains("encryption.recipients"), refused::what);
    assertEquals(1, refused.getMessage().lines().count());
    assertTrue(refused.hint().contains("age1"), refused::hint);
  }

  @Test
  void aSecretKeyIsNotShown() {
    ConfigurationException refused =
        refused("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX");
    assertFalse(refused.getMessage().contains("GFPYY"), refused.getMessage());
  }

  @Test
  void tooManyAreRefused() {
    assertThrows(
        ConfigurationException.class, () -> new AgeCipher().alsoFor(Collections.nCopies(21, GOOD)));
  }
}
