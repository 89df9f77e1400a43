package org.mkbackup.adapter.backupmk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.mkbackup.domain.failure.ConfigurationException;

/**
 * The text of a file, with {@code \n} for every line end as Python sees it.
 *
 * @param name of the file, for people
 */
record Source(String name, String text) {

  /** Refuses what is not UTF-8, and NUL, which Python doesn't read either. */
  static Source decode(String name, byte[] utf8) {
    ByteBuffer bytes = ByteBuffer.wrap(utf8);
    CharBuffer chars = CharBuffer.allocate(utf8.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
    Source source = of(name, chars.flip().toString());
    if (result.isError()) {
      throw source.refuse(source.text.length(), "a byte that is not UTF-8");
    }
    return source;
  }

  static Source of(String name, String text) {
    Source source = new Source(name, text.replace("\r\n", "\n").replace('\r', '\n'));
    int nul = source.text.indexOf('\0');
    if (nul >= 0) {
      throw source.refuse(nul, "a NUL character");
    }
    return source;
  }

  /**
   * The failure to read on at a place. It never quotes the file, which may hold secrets.
   *
   * @param at index into the text
   */
  ConfigurationException refuse(int at, String what) {
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    long line = 1 + text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int column = 1 + text.codePointCount(lineStart, at);
    return new ConfigurationException(
        name + ":" + line + ":" + column + ": " + what,
        "Correct the file there; it may hold nothing but Python literals");
  }

  /** The comments at the top of the file, with their line ends. */
  String header() {
    int end = 0;
    while (text.startsWith("#", end)) {
      int lineEnd = text.indexOf('\n', end);
      if (lineEnd < 0) {
        return text + "\n";
      }
      end = lineEnd + 1;
    }
    return text.substring(0, end);
  }
}
