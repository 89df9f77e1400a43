package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.ArchiveException;

class ContentKeyTest {

  @Test
  void isWipedWhenItIsClosed() {
    ContentKey key = ContentKey.random(new SecureRandom());
    assertFalse(Arrays.equals(new byte[ContentKey.LENGTH], key.getEncoded()));
    key.close();
    assertTrue(key.isDestroyed());
    assertArrayEquals(new byte[ContentKey.LENGTH], key.getEncoded());
  }

  @Test
  void comesOutAsItWasWrapped() throws GeneralSecurityException {
    KeyPair pair = pair();
    try (ContentKey key = ContentKey.random(new SecureRandom());
        ContentKey unwrapped = ContentKey.unwrap(key.wrap(pair.getPublic()), pair.getPrivate())) {
      assertArrayEquals(key.getEncoded(), unwrapped.getEncoded());
    }
  }

  @Test
  void refusesAWrappedKeyThatIsNotForAes256() throws GeneralSecurityException {
    KeyPair pair = pair();
    Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
    oaep.init(Cipher.ENCRYPT_MODE, pair.getPublic());
    byte[] wrapped = oaep.doFinal(new byte[16]);
    ArchiveException refused =
        assertThrows(
            ArchiveException.class, () -> ContentKey.unwrap(wrapped, pair.getPrivate()).close());
    assertTrue(refused.what().contains("16 bytes, not 32"), refused::what);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }
}
