package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

class ContainerHeaderTest {

  @Test
  void readsWhatItWroteAndNotAByteMore() throws IOException {
    byte[] wrappedKey = new byte[2048];
    wrappedKey[2047] = 7;
    byte[] header = ContainerHeader.of(wrappedKey);
    InputStream stream = stream(new String(header, ISO_8859_1) + "content");
    assertArrayEquals(wrappedKey, ContainerHeader.read(stream));
    assertEquals("content", new String(stream.readAllBytes(), ISO_8859_1));
  }

  @Test
  void saysThatVersion1CannotBeRestored() {
    ArchiveException refused = refuse("1\0anything");
    assertTrue(refused.what().contains("version 1, which can't be restored"), refused::what);
    assertTrue(refused.hint().contains("2017"), refused::hint);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 10, 9999})
  void namesAVersionThatItDoesNotKnow(int version) {
    ArchiveException refused = refuse(version + "\000256\0");
    assertTrue(refused.what().endsWith("unknown container version " + version), refused::what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u001f\u008b\b\0", " 2\0", "+2\0", "2x\0", "12345\0", "omd-site/"})
  void refusesWhatIsNoContainer(String junk) {
    ArchiveException refused = refuse(junk);
    assertTrue(refused.what().endsWith("no legible container version"), refused::what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "-1\0", " 256\0", "2_56\0", "0x10\0", "25 6\0", "00256\0"})
  void refusesALengthThatIsNoNumber(String length) {
    ArchiveException refused = refuse("2\0" + length + "x".repeat(300));
    assertTrue(refused.what().endsWith("no legible length of the wrapped key"), refused::what);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2049, 9999})
  void refusesAnAbsurdLength(int length) {
    ArchiveException refused = refuse("2\0" + length + "\0" + "x".repeat(10_000));
    assertTrue(refused.what().endsWith("wrapped key has " + length + " bytes"), refused::what);
  }

  @Test
  void refusesAWrappedKeyWithoutItsEnd() {
    ArchiveException refused = refuse("2\0004\0keyskey");
    assertTrue(refused.what().endsWith("doesn't end with NUL"), refused::what);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 20})
  void saysThatAHeaderWasCut(int length) {
    ArchiveException refused = refuse("2\00016\0sixteen letters.".substring(0, length));
    assertTrue(refused.what().endsWith("ends within its header"), refused::what);
  }

  private static ArchiveException refuse(String container) {
    return assertThrows(ArchiveException.class, () -> ContainerHeader.read(stream(container)));
  }

  private static InputStream stream(String latin1) {
    return new ByteArrayInputStream(latin1.getBytes(ISO_8859_1));
  }
}
