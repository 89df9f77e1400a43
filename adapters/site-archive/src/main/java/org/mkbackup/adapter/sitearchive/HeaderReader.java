package org.mkbackup.adapter.sitearchive;

import java.nio.charset.StandardCharsets;
import org.mkbackup.domain.failure.ArchiveException;

/** Reads the fields of one tar header: V7, ustar and GNU's. */
final class HeaderReader {
  private final byte[] bytes;
  private final int start;

  HeaderReader(byte[] bytes, int start) {
    this.bytes = bytes;
    this.start = start;
  }

  boolean isZero() {
    for (int i = 0; i < TarFormat.BLOCK; i++) {
      if (bytes[start + i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Some old programs summed up signed bytes. */
  boolean hasRightChecksum() {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < TarFormat.BLOCK; i++) {
      boolean blank = i >= HeaderField.CHECKSUM.offset() && i < HeaderField.CHECKSUM.end();
      byte value = blank ? (byte) ' ' : bytes[start + i];
      unsigned += value & 0xff;
      signed += value;
    }
    long said = octal(HeaderField.CHECKSUM);
    return said >= 0 && (said == unsigned || said == signed);
  }

  char flag() {
    return (char) (bytes[start + HeaderField.TYPE.offset()] & 0xff);
  }

  /** The name with its prefix, which GNU's own format doesn't have. */
  String name() {
    String name = text(HeaderField.NAME);
    boolean posix = text(HeaderField.MAGIC).startsWith("ustar") && bytes[start + 262] == 0;
    String prefix = posix ? text(HeaderField.PREFIX) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  String link() {
    return text(HeaderField.LINK);
  }

  String userName() {
    return text(HeaderField.USER_NAME);
  }

  String groupName() {
    return text(HeaderField.GROUP_NAME);
  }

  /** A number: octal digits between spaces and NULs, or binary if the first bit is set. */
  long number(HeaderField field) {
    boolean binary = (at(field, 0) & 0x80) != 0;
    long number = binary ? binary(field) : octal(field);
    if (!binary && number < 0) {
      throw malformed(field);
    }
    return number;
  }

  private String text(HeaderField field) {
    int length = 0;
    while (length < field.length() && at(field, length) != 0) {
      length++;
    }
    return new String(bytes, start + field.offset(), length, StandardCharsets.ISO_8859_1);
  }

  private int at(HeaderField field, int index) {
    return bytes[start + field.offset() + index] & 0xff;
  }

  /* -1 if it is no octal number. Twelve digits are 36 bits. */
  private long octal(HeaderField field) {
    String digits = text(field).strip();
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 7) {
        return -1;
      }
      number = number << 3 | digit;
    }
    return number;
  }

  /* Two's complement, but for the first bit, which says that it is binary. */
  private long binary(HeaderField field) {
    long number = (at(field, 0) & 0x40) != 0 ? -1 : 0;
    int first = (at(field, 0) & 0x7f) | (number < 0 ? 0x80 : 0);
    number = number << 8 | first;
    for (int i = 1; i < field.length(); i++) {
      long shifted = number << 8;
      if (shifted >> 8 != number) {
        throw malformed(field);
      }
      number = shifted | at(field, i);
    }
    return number;
  }

  private static ArchiveException malformed(HeaderField field) {
    return Damage.damaged("a header's field " + field + " holds no number that makes sense");
  }
}
