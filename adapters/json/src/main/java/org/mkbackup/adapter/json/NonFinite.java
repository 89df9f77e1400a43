package org.mkbackup.adapter.json;

import java.util.Map;

/**
 * The numbers that Python's {@code json} module writes and reads though JSON has no words for them:
 * {@code NaN}, {@code Infinity} and {@code -Infinity}.
 */
final class NonFinite {
  static final String NOT_A_NUMBER = "NaN";
  static final String INFINITY = "Infinity";

  /** What a strict reader is given for {@code NaN}: a legal number that nobody writes. */
  static final String LEGAL_NOT_A_NUMBER = "8e88888";

  private static final Map<String, String> LEGAL =
      Map.of(NOT_A_NUMBER, LEGAL_NOT_A_NUMBER, INFINITY, "9e99999", "-" + INFINITY, "-9e99999");

  private NonFinite() {}

  /** The document with these words, outside of strings, made numbers too large for a double. */
  static String legalize(String json) {
    if (!json.contains(NOT_A_NUMBER) && !json.contains(INFINITY)) {
      return json;
    }
    StringBuilder legal = new StringBuilder(json.length());
    int at = 0;
    while (at < json.length()) {
      int end = endOfToken(json, at);
      String token = json.substring(at, end);
      legal.append(LEGAL.getOrDefault(token, token));
      at = end;
    }
    return legal.toString();
  }

  private static int endOfToken(String json, int start) {
    if (json.charAt(start) == '"') {
      return endOfString(json, start);
    }
    int end = start;
    while (end < json.length() && isWord(json.charAt(end))) {
      end++;
    }
    return Math.max(end, start + 1);
  }

  private static int endOfString(String json, int start) {
    int at = start + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, json.length());
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.' || c == '_';
  }
}
