package org.mkbackup.adapter.sitearchive;

/** What of a raw name is UTF-8. */
final class Utf8 {
  private Utf8() {}

  static boolean isAscii(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  static boolean isValid(String raw) {
    int length;
    for (int at = 0; at < raw.length(); at += length) {
      length = sequenceAt(raw, at);
      if (length == 0) {
        return false;
      }
    }
    return true;
  }

  /** The name with a question mark for each character, and each stray byte, that isn't ASCII. */
  static String asciiOnly(String raw) {
    if (isAscii(raw)) {
      return raw;
    }
    StringBuilder ascii = new StringBuilder(raw.length());
    int length;
    for (int at = 0; at < raw.length(); at += length) {
      length = Math.max(1, sequenceAt(raw, at));
      ascii.append(raw.charAt(at) > 0x7f ? '?' : raw.charAt(at));
    }
    return ascii.toString();
  }

  /* The length of the character that begins there, or 0 if none does. */
  private static int sequenceAt(String raw, int at) {
    int first = raw.charAt(at);
    int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length < 2) {
      return length;
    }
    if (first > 0xf4 || at + length > raw.length()) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((raw.charAt(at + i) & 0xc0) != 0x80) {
        return 0;
      }
    }
    int second = raw.charAt(at + 1);
    boolean legal =
        switch (first) {
          case 0xe0 -> second >= 0xa0; // else too long for what it says
          case 0xed -> second < 0xa0; // else half of a surrogate pair
          case 0xf0 -> second >= 0x90;
          case 0xf4 -> second < 0x90; // else beyond Unicode
          default -> true;
        };
    return legal ? length : 0;
  }
}
