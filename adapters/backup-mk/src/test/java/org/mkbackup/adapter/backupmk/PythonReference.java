package org.mkbackup.adapter.backupmk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mkbackup.domain.data.Literal;

/** What the real {@code python3} makes of texts: one process for many of them. */
final class PythonReference {
  static final String REFUSED = "refused";

  private static final String PROGRAM =
      """
      import ast, pprint, struct, sys, warnings
      warnings.simplefilter('ignore')
      def code(v):
          if v is None: return 'N'
          if v is True: return 'T'
          if v is False: return 'F'
          if isinstance(v, int): return 'i%d;' % v
          if isinstance(v, float): return 'r' + struct.pack('>d', v).hex() + ';'
          if isinstance(v, str): return 's' + ''.join('%x.' % ord(c) for c in v) + ';'
          if isinstance(v, bytes): return 'b' + v.hex() + ';'
          if isinstance(v, list): return '[' + ''.join(map(code, v)) + ']'
          if isinstance(v, tuple): return '(' + ''.join(map(code, v)) + ')'
          if isinstance(v, set): return '<' + ''.join(sorted(map(code, v))) + '>'
          if isinstance(v, dict): return '{' + ''.join(sorted(code(k) + code(x) for k, x in v.items())) + '}'
          raise ValueError('left out: %r' % v)
      def answer(text):
          try:
              value = ast.literal_eval(text)
              return code(value) if sys.argv[1] == 'read' else pprint.pformat(value).encode().hex()
          except (ValueError, SyntaxError, TypeError):
              return 'refused'
      for line in open(sys.argv[2]):
          print(answer(bytes.fromhex(line.strip()).decode('utf-8')))
      """;

  private PythonReference() {}

  /** The values that {@code ast.literal_eval} reads, as {@link #code} writes them. */
  static List<String> read(List<String> texts) {
    return run("read", texts);
  }

  /** The texts as {@code pprint.pformat} writes their values. */
  static List<String> print(List<String> texts) {
    return run("print", texts).stream()
        .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
        .toList();
  }

  /** A value in a form that tells all differences but the order in braces. */
  static String code(Literal value) {
    if (value instanceof Literal.None) {
      return "N";
    }
    if (value instanceof Literal.Bool bool) {
      return bool.value() ? "T" : "F";
    }
    if (value instanceof Literal.Int number) {
      return "i" + number.value() + ";";
    }
    if (value instanceof Literal.Real real) {
      return String.format(Locale.ROOT, "r%016x;", Double.doubleToLongBits(real.value()));
    }
    if (value instanceof Literal.Text text) {
      return text.value()
          .codePoints()
          .mapToObj(c -> Integer.toHexString(c) + ".")
          .collect(Collectors.joining("", "s", ";"));
    }
    if (value instanceof Literal.Bytes bytes) {
      byte[] raw = bytes.latin1().getBytes(StandardCharsets.ISO_8859_1);
      return "b" + HexFormat.of().formatHex(raw) + ";";
    }
    if (value instanceof Literal.Sequence list) {
      return "[" + codes(list.items().stream()) + "]";
    }
    if (value instanceof Literal.Tuple tuple) {
      return "(" + codes(tuple.items().stream()) + ")";
    }
    if (value instanceof Literal.SetOf set) {
      return set.items().stream()
          .map(PythonReference::code)
          .sorted()
          .collect(Collectors.joining("", "<", ">"));
    }
    return ((Literal.Dict) value)
        .entries().entrySet().stream()
            .map(entry -> code(entry.getKey()) + code(entry.getValue()))
            .sorted()
            .collect(Collectors.joining("", "{", "}"));
  }

  private static String codes(Stream<Literal> values) {
    return values.map(PythonReference::code).collect(Collectors.joining());
  }

  private static List<String> run(String mode, List<String> texts) {
    try {
      Path input = Files.createTempFile("literals", ".hex");
      try {
        Files.writeString(
            input,
            texts.stream()
                .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "\n")
                .collect(Collectors.joining()));
        return answers(mode, input, texts.size());
      } finally {
        Files.delete(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("python3 is needed for this test", e);
    }
  }

  private static List<String> answers(String mode, Path input, int expected) throws IOException {
    Process python =
        new ProcessBuilder("python3", "-c", PROGRAM, mode, input.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> answers = python.inputReader(StandardCharsets.UTF_8).lines().toList();
    if (answers.size() != expected) {
      throw new AssertionError("python3 gave " + answers.size() + " answers, not " + expected);
    }
    return answers;
  }
}
