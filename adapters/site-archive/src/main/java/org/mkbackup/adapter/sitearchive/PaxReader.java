package org.mkbackup.adapter.sitearchive;

import java.util.HashMap;
import java.util.Map;
import org.mkbackup.domain.failure.ArchiveException;

/** Reads pax records: {@code LENGTH KEY=VALUE\n}, where the length counts all of it. */
final class PaxReader {
  private static final int MOST_DIGITS = 7;

  private final String records;
  private int at;

  private PaxReader(String records) {
    this.records = records;
  }

  /**
   * All records by key, as raw text; the last of several with one key counts.
   *
   * @param records raw
   */
  static Map<String, String> read(String records) {
    PaxReader reader = new PaxReader(records);
    Map<String, String> all = new HashMap<>();
    while (reader.at < records.length()) {
      reader.record(all);
    }
    checkKnown(all);
    return all;
  }

  private void record(Map<String, String> all) {
    int begin = at;
    int end = begin + length();
    int equals = records.indexOf('=', at);
    if (end > records.length()
        || equals <= at
        || equals >= end - 1
        || records.charAt(end - 1) != '\n') {
      throw malformed();
    }
    all.put(records.substring(at, equals), records.substring(equals + 1, end - 1));
    at = end;
  }

  /* Takes the digits and the space behind them. */
  private int length() {
    int length = 0;
    int begin = at;
    while (at < records.length() && records.charAt(at) != ' ') {
      int digit = records.charAt(at) - '0';
      if (digit < 0 || digit > 9 || at - begin >= MOST_DIGITS) {
        throw malformed();
      }
      length = 10 * length + digit;
      at++;
    }
    at++;
    if (length < at - begin) {
      throw malformed();
    }
    return length;
  }

  /* Sparse files in GNU's formats need their map to be put together again. */
  private static void checkKnown(Map<String, String> all) {
    for (String key : all.keySet()) {
      if (key.startsWith("GNU.sparse.")) {
        throw Damage.refused("it holds a sparse file in a format of GNU tar");
      }
    }
    String names = all.getOrDefault("hdrcharset", "BINARY");
    if (!names.equals("BINARY") && !names.equals("ISO-IR 10646 2000 UTF-8")) {
      throw Damage.refused("its names are in the character set " + Damage.quote(names));
    }
  }

  private static ArchiveException malformed() {
    return Damage.damaged("a pax record is malformed");
  }
}
