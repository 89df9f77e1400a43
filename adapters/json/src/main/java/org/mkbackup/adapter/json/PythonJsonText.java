package org.mkbackup.adapter.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mkbackup.domain.data.Literal;

/** Writes what Python's {@code json.dumps(…, sort_keys=True, indent=4)} writes, in ASCII. */
final class PythonJsonText {
  private static final String INDENT = "    ";
  private static final Comparator<String> BY_CODE_POINT =
      (a, b) -> {
        for (int i = 0; i < a.length() && i < b.length(); i++) {
          if (a.charAt(i) != b.charAt(i)) {
            return Integer.compare(a.codePointAt(i), b.codePointAt(i));
          }
        }
        return Integer.compare(a.length(), b.length());
      };

  private PythonJsonText() {}

  static String of(Literal value) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setFormattingStyle(FormattingStyle.PRETTY.withIndent(INDENT));
      write(value, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ascii(text.toString());
  }

  private static void write(Literal value, JsonWriter writer) throws IOException {
    if (value instanceof Literal.Dict dict) {
      writeDict(dict, writer);
    } else if (value instanceof Literal.Sequence sequence) {
      writeAll(sequence.items(), writer);
    } else if (value instanceof Literal.Tuple tuple) {
      writeAll(tuple.items(), writer);
    } else if (value instanceof Literal.SetOf set) {
      writeAll(set.items(), writer);
    } else if (value instanceof Literal.Text text) {
      writer.value(text.value());
    } else if (value instanceof Literal.Bytes bytes) {
      writer.value(bytes.latin1());
    } else {
      writer.jsonValue(word(value));
    }
  }

  private static void writeAll(List<Literal> items, JsonWriter writer) throws IOException {
    writer.beginArray();
    for (Literal item : items) {
      write(item, writer);
    }
    writer.endArray();
  }

  private static void writeDict(Literal.Dict dict, JsonWriter writer) throws IOException {
    Map<String, Literal> sorted = new TreeMap<>(BY_CODE_POINT);
    dict.entries().forEach((key, value) -> sorted.put(key(key), value));
    writer.beginObject();
    for (Map.Entry<String, Literal> entry : sorted.entrySet()) {
      writer.name(entry.getKey());
      write(entry.getValue(), writer);
    }
    writer.endObject();
  }

  /* JSON has text keys only. */
  private static String key(Literal key) {
    if (key instanceof Literal.Text text) {
      return text.value();
    }
    return key instanceof Literal.Bytes bytes ? bytes.latin1() : of(key);
  }

  private static String word(Literal scalar) {
    if (scalar instanceof Literal.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (scalar instanceof Literal.Int number) {
      return number.value().toString();
    }
    return scalar instanceof Literal.Real real ? PythonFloat.repr(real.value()) : "null";
  }

  /* Characters beyond ASCII can only stand in strings, where they may be escaped. */
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x7f) {
        ascii.append(c);
      } else {
        ascii.append("\\u");
        String hex = Integer.toHexString(c);
        ascii.append("0".repeat(4 - hex.length())).append(hex);
      }
    }
    return ascii.toString();
  }
}
