package org.mkbackup.adapter.backupmk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.Fuzzing;
import org.mkbackup.domain.failure.ConfigurationException;

/** Files of any bytes are literals, or refused as configuration. */
class LiteralFuzzTest {
  private static final String JOBS =
      """
      {'jobs': {'nightly': {'title': u'N\\xe4chtlich "ä"', 'compress': True, 'encrypt': None,
                            'schedule': {'period': ('week', 0), 'timeofday': [(2, 30), None]}}},
       'targets': {'nas': {'remote': ('local', {'path': '/mnt/a' 'b', 'n': -0x1F, 'x': {1, 2.5e3}})}},
       # a comment
       'b': b'\\x00', 'r': r'\\d', 't': '''three
      lines''',}
      """;
  private static final String KEYS =
      "keys.update({1: {'alias': 'a', 'certificate': '-----BEGIN'\n '-----\\n'}})\nkeys = {}\n";
  private static final String[] WORDS = {
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    ":",
    "'",
    "\"",
    "'''",
    "\\N{",
    "\\u12",
    "\\",
    "b'",
    "rb'",
    "f'",
    "1_0",
    "0x",
    "1e999",
    "9999999999999999999999",
    "-",
    "set()",
    "True",
    "None",
    "inf",
    "#",
    "\r\n",
    "\u00ef\u00bb\u00bf",
    "keys.update(",
    "keys = ",
    "\n\n",
    " \\\n"
  };

  private static List<byte[]> seeds(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(UTF_8)).toList();
  }

  private interface Parser {
    void parse(Source source);
  }

  private static void fuzz(Parser parser, String... seeds) {
    Fuzzing.of(seeds(seeds), WORDS).run(input -> parse(parser, input));
  }

  private static void parse(Parser parser, byte[] input) {
    try {
      parser.parse(Source.decode("backup.mk", input));
    } catch (ConfigurationException refused) {
      throw refused;
    } catch (RuntimeException e) {
      throw new AssertionError("not refused as configuration", e);
    }
  }

  /** For a fuzzer that follows what is covered. */
  public static void fuzzerTestOneInput(byte[] input) {
    for (Parser parser :
        List.<Parser>of(LiteralFuzzTest::isTheSameWhenReadAgain, KeyStatements::read)) {
      try {
        parse(parser, input);
      } catch (ConfigurationException refused) {
        // as it may be
      }
    }
  }

  @Test
  void aConfigurationIsReadOrRefused() {
    fuzz(LiteralParser::read, JOBS, "{}", "()", "1, 2");
  }

  @Test
  void aKeyFileIsReadOrRefused() {
    fuzz(KeyStatements::read, KEYS, JOBS);
  }

  @Test
  void whatWasReadCanBeWrittenAndReadAgain() {
    fuzz(LiteralFuzzTest::isTheSameWhenReadAgain, JOBS);
  }

  private static void isTheSameWhenReadAgain(Source source) {
    LiteralParser.read(source)
        .ifPresent(
            read ->
                assertEquals(
                    Optional.of(read),
                    LiteralParser.read(Source.of("again", LiteralPrinter.print(read) + "\n"))));
  }
}
