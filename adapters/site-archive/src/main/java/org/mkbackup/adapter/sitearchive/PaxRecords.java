package org.mkbackup.adapter.sitearchive;

import java.time.Instant;

/**
 * The pax records that a member needs beside its ustar header: what is too long, too large, not
 * ASCII or more exact than the header's fields can say, in the order in which Python writes them,
 * and its extended attributes.
 */
final class PaxRecords {
  /** Names are bytes, not UTF-8; readers know it by this one when it comes first. */
  private static final String BINARY = "21 hdrcharset=BINARY\n";

  private final StringBuilder records = new StringBuilder();
  private boolean binary;

  private PaxRecords() {}

  /** The records as raw text; empty if none is needed. */
  static String of(Member member) {
    Owner owner = member.owner();
    PaxRecords pax = new PaxRecords();
    pax.text("path", member.headerName(), HeaderField.NAME);
    pax.text("linkpath", member.link(), HeaderField.LINK);
    pax.text("uname", owner.userName(), HeaderField.USER_NAME);
    pax.text("gname", owner.groupName(), HeaderField.GROUP_NAME);
    pax.number("uid", owner.uid(), HeaderField.UID);
    pax.number("gid", owner.gid(), HeaderField.GID);
    pax.number("size", member.size(), HeaderField.SIZE);
    pax.time(member.mtime());
    for (ExtendedAttribute attribute : member.attributes().extended()) {
      pax.attribute(attribute);
    }
    return pax.binary ? BINARY + pax.records : pax.records.toString();
  }

  private void text(String key, String raw, HeaderField field) {
    boolean ascii = Utf8.isAscii(raw);
    if (!ascii || raw.length() > field.length()) {
      binary |= !ascii && !Utf8.isValid(raw);
      add(key, raw);
    }
  }

  private void number(String key, long number, HeaderField field) {
    if (!field.holds(number)) {
      add(key, Long.toString(number));
    }
  }

  private void time(Instant mtime) {
    long seconds = mtime.getEpochSecond();
    int nanos = mtime.getNano();
    if (nanos != 0 || !HeaderField.MTIME.holds(seconds)) {
      add("mtime", decimal(mtime));
    }
  }

  private void attribute(ExtendedAttribute attribute) {
    add(AttributeKey.of(attribute.name()), attribute.value());
    AclText.key(attribute.name())
        .ifPresent(key -> AclText.of(attribute.value()).ifPresent(text -> add(key, text)));
  }

  /* A record begins with its own length, the digits of which count too. */
  private void add(String key, String value) {
    int rest = key.length() + value.length() + 3;
    int length = rest + Integer.toString(rest).length();
    if (Integer.toString(length).length() > Integer.toString(rest).length()) {
      length++;
    }
    records.append(length).append(' ').append(key).append('=').append(value).append('\n');
  }

  /** Seconds since the epoch, with as many decimals as it takes. */
  static String decimal(Instant time) {
    long seconds = time.getEpochSecond();
    int nanos = time.getNano();
    boolean towardsZero = seconds < 0 && nanos > 0;
    StringBuilder text = new StringBuilder(22);
    if (towardsZero) {
      seconds++;
      nanos = 1_000_000_000 - nanos;
      text.append(seconds == 0 ? "-" : "");
    }
    text.append(seconds);
    if (nanos > 0) {
      text.append('.').append(1_000_000_000L + nanos).deleteCharAt(text.indexOf(".") + 1);
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    return text.toString();
  }
}
