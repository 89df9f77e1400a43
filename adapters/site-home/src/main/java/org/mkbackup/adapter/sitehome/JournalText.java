package org.mkbackup.adapter.sitehome;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines of fields, as a journal holds them: a word, then values in which every byte but letters,
 * digits, {@code . _ - /} is percent-encoded. The last line says {@code end}, so that a cut one is
 * known.
 */
final class JournalText {
  private static final String END = "end";
  private static final String EMPTY = "%";
  private static final String PLAIN = "._-/";

  private final StringBuilder text = new StringBuilder();

  /** Adds a line. Values are raw names or numbers. */
  JournalText line(String word, Object... values) {
    text.append(word);
    for (Object value : values) {
      text.append(' ').append(encode(value.toString()));
    }
    text.append('\n');
    return this;
  }

  byte[] bytes() {
    return (text + END + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The lines, each as its fields.
   *
   * @throws IllegalArgumentException if it is no such text, or cut
   */
  static List<List<String>> read(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.US_ASCII);
    if (!all.endsWith("\n" + END + "\n")) {
      throw new IllegalArgumentException("its end is missing");
    }
    List<List<String>> lines = new ArrayList<>();
    for (String line : all.substring(0, all.length() - END.length() - 2).split("\n", -1)) {
      List<String> fields = new ArrayList<>();
      for (String field : line.split(" ", -1)) {
        fields.add(decode(field));
      }
      lines.add(fields);
    }
    return lines;
  }

  private static String encode(String raw) {
    if (raw.isEmpty()) {
      return EMPTY;
    }
    StringBuilder encoded = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }

  private static String decode(String field) {
    if (field.equals(EMPTY)) {
      return "";
    }
    StringBuilder raw = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '%' && i + 2 < field.length()) {
        raw.append((char) Integer.parseInt(field, i + 1, i + 3, 16));
        i += 2;
      } else {
        raw.append(c);
      }
    }
    return raw.toString();
  }
}
