package org.mkbackup.adapter.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ArchiveException;

/** Reads what Python's {@code json.load} reads, within bounds that hostile input can't exceed. */
final class PythonJson {
  static final int MOST_BYTES = 16 << 20;
  private static final int DEEPEST = 100;
  /* As Python has it: what is longer takes longer and longer to read. */
  private static final int MOST_DIGITS = 4300;

  private final String document;

  /**
   * A reader.
   *
   * @param document what is read, for messages: {@code mkbackup.info}
   */
  PythonJson(String document) {
    this.document = document;
  }

  /** One JSON value. Of a key that is given twice, the last value counts. */
  Literal read(byte[] stored) {
    if (stored.length > MOST_BYTES) {
      throw new ArchiveException(
          document + " has " + stored.length + " bytes, more than the " + MOST_BYTES + " allowed",
          "");
    }
    try (JsonReader reader = new JsonReader(new StringReader(NonFinite.legalize(text(stored))))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      Literal value = value(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new ArchiveException(document + " has something after its end", "");
      }
      return value;
    } catch (CharacterCodingException e) {
      throw new ArchiveException(document + " is not UTF-8", "", e);
    } catch (IOException e) {
      throw new ArchiveException(document + " is not JSON: " + reason(e), "", e);
    }
  }

  private static String text(byte[] stored) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(stored))
        .toString();
  }

  /* The library's first line is "REASON at line 1 column 2 path $.key", or advice to programmers. */
  private static String reason(IOException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    int path = line.indexOf(" path $");
    String plain = path < 0 ? line : line.substring(0, path);
    int place = plain.indexOf(" at line ");
    return plain.startsWith("Use ") && place >= 0 ? "malformed" + plain.substring(place) : plain;
  }

  private Literal value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> dict(reader);
      case BEGIN_ARRAY -> sequence(reader);
      case STRING -> Literal.text(reader.nextString());
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> Literal.bool(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield Literal.none();
      }
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
          throw new IllegalStateException(reader.toString());
    };
  }

  private Literal dict(JsonReader reader) throws IOException {
    Map<Literal, Literal> entries = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      entries.put(Literal.text(reader.nextName()), value(reader));
    }
    reader.endObject();
    return new Literal.Dict(entries);
  }

  private Literal sequence(JsonReader reader) throws IOException {
    List<Literal> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(reader));
    }
    reader.endArray();
    return new Literal.Sequence(items);
  }

  private Literal number(String digits) {
    if (digits.equals(NonFinite.LEGAL_NOT_A_NUMBER)) {
      return new Literal.Real(Double.NaN);
    }
    if (digits.length() > MOST_DIGITS) {
      throw new ArchiveException(document + " has a number of " + digits.length() + " digits", "");
    }
    boolean whole = digits.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    return whole
        ? new Literal.Int(new BigInteger(digits))
        : new Literal.Real(Double.parseDouble(digits));
  }
}
