package org.mkbackup.adapter.sitearchive;

import java.util.Arrays;

/** Fills the 512 bytes of a ustar header; the same bytes each time. */
final class HeaderWriter {
  private static final String POSIX_MAGIC = "ustar\00000";

  private final byte[] block = new byte[TarFormat.BLOCK];

  /** The bytes of a header; valid until the next call. */
  byte[] header(Member member) {
    Owner owner = member.owner();
    begin(member.headerName(), member.type().flag());
    number(HeaderField.MODE, member.mode());
    number(HeaderField.UID, owner.uid());
    number(HeaderField.GID, owner.gid());
    number(HeaderField.SIZE, member.size());
    number(HeaderField.MTIME, member.mtime().getEpochSecond());
    text(HeaderField.LINK, member.link());
    text(HeaderField.USER_NAME, owner.userName());
    text(HeaderField.GROUP_NAME, owner.groupName());
    return sealed();
  }

  /** The header of a block of pax records; named as Python and star name it. */
  byte[] paxHeader(int size) {
    begin("././@PaxHeader", TarFormat.PAX_RECORDS);
    number(HeaderField.MODE, 0);
    number(HeaderField.UID, 0);
    number(HeaderField.GID, 0);
    number(HeaderField.SIZE, size);
    number(HeaderField.MTIME, 0);
    return sealed();
  }

  private void begin(String name, char flag) {
    Arrays.fill(block, (byte) 0);
    text(HeaderField.NAME, name);
    block[HeaderField.TYPE.offset()] = (byte) flag;
    text(HeaderField.MAGIC, POSIX_MAGIC);
  }

  /* What doesn't fit stands in a pax record; readers that don't know those find a zero here. */
  private void number(HeaderField field, long number) {
    digits(field, field.length() - 1, field.holds(number) ? number : 0);
  }

  private void digits(HeaderField field, int digits, long number) {
    long rest = number;
    for (int at = field.offset() + digits - 1; at >= field.offset(); at--) {
      block[at] = (byte) ('0' + (rest & 7));
      rest >>>= 3;
    }
  }

  private void text(HeaderField field, String raw) {
    String ascii = Utf8.asciiOnly(raw);
    int length = Math.min(ascii.length(), field.length());
    for (int i = 0; i < length; i++) {
      block[field.offset() + i] = (byte) ascii.charAt(i);
    }
  }

  private byte[] sealed() {
    Arrays.fill(block, HeaderField.CHECKSUM.offset(), HeaderField.CHECKSUM.end(), (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    digits(HeaderField.CHECKSUM, 6, sum);
    block[HeaderField.CHECKSUM.offset() + 6] = 0;
    return block;
  }
}
