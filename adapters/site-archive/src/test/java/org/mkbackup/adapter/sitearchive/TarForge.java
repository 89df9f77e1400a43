package org.mkbackup.adapter.sitearchive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mkbackup.contract.ForgedMember;

/** Puts tar archives together byte by byte, right or wrong. */
final class TarForge {
  static final String VERSION = "../../versions/2.3.0p1.cre";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A header before its checksum is made, to be spoiled. */
  interface Change {
    void to(byte[] header);
  }

  /** An archive that begins as that of a site 'heute' does. */
  static TarForge site() {
    return new TarForge().member('2', "heute/version", VERSION, "").member('5', "heute/", "", "");
  }

  /** An archive of just these members. */
  static byte[] of(ForgedMember... members) {
    TarForge forge = new TarForge();
    for (ForgedMember member : members) {
      // The pax record is for names that are too long for the header.
      forge.pax("path=" + member.name());
      forge.member(flag(member), "in the record", member.link(), member.content());
    }
    return forge.end();
  }

  private static char flag(ForgedMember member) {
    return switch (member.kind()) {
      case FILE -> '0';
      case DIRECTORY -> '5';
      case SYMLINK -> '2';
      case HARD_LINK -> '1';
      case DEVICE -> '3';
    };
  }

  TarForge file(String name, String content) {
    return member('0', name, "", content);
  }

  TarForge member(char flag, String name, String link, String content) {
    return member(flag, name, link, content, header -> {});
  }

  TarForge member(char flag, String name, String link, String content, Change change) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000755\0" + "0001750\0" + "0001750\0");
    put(header, 124, String.format("%011o\0%011o\0", content.length(), 1_600_000_000));
    header[156] = (byte) flag;
    put(header, 157, link);
    put(header, 257, "ustar\00000");
    change.to(header);
    return raw(sealed(header)).raw(padded(content));
  }

  TarForge pax(String... records) {
    StringBuilder all = new StringBuilder();
    for (String record : records) {
      all.append(record(record));
    }
    return member('x', "./pax", "", all.toString());
  }

  /** A pax record with its length before it. */
  static String record(String keyAndValue) {
    int length = keyAndValue.length() + 3;
    while (keyAndValue.length() + 2 + Integer.toString(length).length() != length) {
      length++;
    }
    return length + " " + keyAndValue + "\n";
  }

  TarForge raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** The archive with the end that it should have. */
  byte[] end() {
    return raw(new byte[1024]).cut();
  }

  /** The archive without its end. */
  byte[] cut() {
    return bytes.toByteArray();
  }

  static void put(byte[] header, int offset, String raw) {
    byte[] value = raw.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(value, 0, header, offset, value.length);
  }

  static byte[] padded(String content) {
    byte[] raw = content.getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(raw, (raw.length + 511) / 512 * 512);
  }

  /** The same tar with right checksums where headers seem to be. */
  static byte[] resealed(byte[] tar) {
    byte[] right = tar.clone();
    for (int at = 0; at + 512 <= tar.length; at += 512) {
      if (right[at + 257] == 'u' && right[at + 258] == 's') {
        System.arraycopy(sealed(Arrays.copyOfRange(right, at, at + 512)), 0, right, at, 512);
      }
    }
    return right;
  }

  private static byte[] sealed(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte value : header) {
      sum += value & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    return header;
  }
}
