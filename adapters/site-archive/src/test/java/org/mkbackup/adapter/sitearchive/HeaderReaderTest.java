package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

class HeaderReaderTest {

  private static HeaderReader header(int offset, byte[] field) {
    byte[] block = new byte[512];
    System.arraycopy(field, 0, block, offset, field.length);
    return new HeaderReader(block, 0);
  }

  private static HeaderReader header(TarForge.Change change) {
    return new HeaderReader(new TarForge().member('0', "name", "", "", change).cut(), 0);
  }

  private static long mtime(String field) {
    byte[] bytes = new byte[12];
    TarForge.put(bytes, 0, field);
    return header(136, bytes).number(HeaderField.MTIME);
  }

  @ParameterizedTest
  @CsvSource({
    "'00000000017',15",
    "'        17 ',15",
    "'17',15",
    "'777777777777',68719476735",
    "'',0",
    "'   ',0"
  })
  void readsOctalNumbers(String field, long number) {
    assertEquals(number, mtime(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "0x1", "-1", "1 1", "17a"})
  void refusesWhatIsNoNumber(String field) {
    assertThrows(ArchiveException.class, () -> mtime(field));
  }

  @Property(tries = 500)
  void readsBinaryNumbersOfBothSigns(@ForAll long number) {
    byte[] field = new byte[12];
    byte[] value = BigInteger.valueOf(number).toByteArray();
    Arrays.fill(field, (byte) (number < 0 ? 0xff : 0));
    System.arraycopy(value, 0, field, 12 - value.length, value.length);
    field[0] |= (byte) 0x80;
    assertEquals(number, header(136, field).number(HeaderField.MTIME));
  }

  @Test
  void refusesBinaryNumbersThatAreTooLarge() {
    byte[] field = new byte[12];
    field[0] = (byte) 0x80;
    field[3] = 1;
    assertThrows(ArchiveException.class, () -> header(136, field).number(HeaderField.MTIME));
    field[0] = (byte) 0xc0;
    assertThrows(ArchiveException.class, () -> header(136, field).number(HeaderField.MTIME));
  }

  @Test
  void knowsARightChecksumAlsoOfSignedBytes() {
    assertTrue(header(h -> {}).hasRightChecksum());
    byte[] block = new byte[512];
    block[0] = (byte) 0xff;
    TarForge.put(block, 148, String.format("%06o\0 ", 8 * ' ' - 1));
    assertTrue(new HeaderReader(block, 0).hasRightChecksum());
    block[1] = 1;
    assertFalse(new HeaderReader(block, 0).hasRightChecksum());
  }

  @Test
  void putsThePrefixBeforeTheNameUnlessTheHeaderIsGnus() {
    assertEquals("prefix/name", header(h -> TarForge.put(h, 345, "prefix")).name());
    assertEquals(
        "name",
        header(
                h -> {
                  TarForge.put(h, 257, "ustar  \0");
                  TarForge.put(h, 345, "00000000000");
                })
            .name());
    assertEquals(
        "name", header(h -> TarForge.put(h, 257, "\0\0\0\0\0\0\0\0" + "x".repeat(20))).name());
  }

  @Test
  void readsNamesThatFillTheirField() {
    assertEquals("n".repeat(100), header(h -> TarForge.put(h, 0, "n".repeat(100))).name());
  }
}
