package org.mkbackup.domain.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Raw names as one line of text from which their bytes can be had again: UTF-8 as it is, but for
 * backslashes, what a terminal or a reader could take for something else than text, and bytes that
 * are not UTF-8. Those are a backslash and three octal digits each, as GNU tar lists them.
 */
public final class EscapedName {
  private EscapedName() {}

  public static String of(String raw) {
    return isPlain(raw) ? raw : escape(RawName.bytes(raw));
  }

  /** The raw name of a text; what is no escape in it stands for itself. */
  public static String raw(String text) {
    return OctalEscapes.unescape(RawName.ofText(text));
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String escape(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length + 16);
    for (int at = 0; at < bytes.length; ) {
      int length = lengthOfCharacter(bytes, at);
      int character = length == 0 ? -1 : decode(bytes, at, length);
      int taken = character < 0 ? 1 : length;
      if (character >= 0 && isText(character)) {
        text.appendCodePoint(character);
      } else {
        for (int i = at; i < at + taken; i++) {
          octal(text, bytes[i] & 0xff);
        }
      }
      at += taken;
    }
    return text.toString();
  }

  private static void octal(StringBuilder text, int value) {
    text.append('\\')
        .append((char) ('0' + (value >> 6)))
        .append((char) ('0' + (value >> 3 & 7)))
        .append((char) ('0' + (value & 7)));
  }

  /* Zero: none begins here, or not all of it is there. */
  private static int lengthOfCharacter(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int length =
        first < 0x80
            ? 1
            : first >= 0xc2 && first < 0xe0
                ? 2
                : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    return at + length <= bytes.length ? length : 0;
  }

  private static int decode(byte[] bytes, int at, int length) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      CharBuffer decoded = decoder.decode(ByteBuffer.wrap(bytes, at, length));
      return Character.codePointAt(decoded, 0);
    } catch (CharacterCodingException e) {
      return -1;
    }
  }

  private static boolean isText(int character) {
    return character != '\\'
        && switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              false;
          default -> true;
        };
  }
}
