package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ConfigurationException;

/** What isn't a literal is refused, and the message says where. */
class LiteralRefusalTest {

  private static ConfigurationException refused(byte[] file) {
    return assertThrows(
        ConfigurationException.class,
        () -> LiteralParser.read(Source.decode("/etc/cma/backup.conf", file)));
  }

  private static String place(byte[] file) {
    String what = refused(file).what();
    return what.substring(0, what.indexOf(": "));
  }

  /* In the column texts, | is a line end and ^ is an apostrophe. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{^a^: 1|^b^: 2}; 2:1",
        "{^a^: [1, 2|} ; 2:1",
        "{^a^: (1|,2; 1:7",
        "{^a^: 1; 1:1",
        "{|^a^: os.system(1)}; 2:6",
        "{|^ä€😀^: nothing}; 2:8",
        "{^a^: ^abc|}; 1:7",
        "{^a^: ^^^abc|}; 1:7",
        "{}}; 1:3",
        "{} {}; 1:4",
        "{}|{}; 2:1",
        "|  {}; 2:3",
        "{[]: 1}; 1:2",
        "{1: 2, 3}; 1:8",
        "{1, 2: 3}; 1:5",
        "[1, 2j]; 1:5",
        "[1, 1+2j]; 1:6",
        "[1, 017]; 1:5",
        "[1, 12ab]; 1:5",
        "[--1]; 1:3",
        "[-True]; 1:3",
        "[f^x^]; 1:2",
        "[^x^, ...]; 1:7",
        "[^a^ b^b^]; 1:6",
        "[b^ä^]; 1:4",
        "[^ok\\x4^]; 1:5",
        "[^\\U00110000^]; 1:3",
        "[^\\N{NO SUCH NAME}^]; 1:3",
        "{**{}}; 1:2",
        "[*[]]; 1:2",
        "{^a^: 1, **{}}; 1:10",
        "set([1]); 1:5",
        "x = 1; 1:1",
        "lambda: 0; 1:1",
        "'\\'; 1:1",
      })
  void namesTheFileLineAndColumn(String shorthand, String place) {
    byte[] file = shorthand.replace('|', '\n').replace('^', '\'').getBytes(StandardCharsets.UTF_8);
    assertEquals("/etc/cma/backup.conf:" + place, place(file));
  }

  @Test
  void namesThePlaceOfAByteThatIsNotUtf8() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("{\r\n 'ä': '".getBytes(StandardCharsets.UTF_8));
    file.write(0xE4);
    file.writeBytes("'}".getBytes(StandardCharsets.UTF_8));
    assertEquals("/etc/cma/backup.conf:2:8", place(file.toByteArray()));
  }

  @Test
  void namesThePlaceOfACharacterThatIsCutOffAtTheEnd() {
    assertEquals("/etc/cma/backup.conf:1:2", place(new byte[] {'\'', (byte) 0xE2, (byte) 0x82}));
  }

  @Test
  void namesThePlaceOfANul() {
    assertEquals("/etc/cma/backup.conf:1:3", place(new byte[] {'{', '}', 0}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "(", "{", "{1:", "-(", "[(", "{1:["})
  void refusesTooManyBracketsHoweverManyThereAre(String brackets) {
    byte[] file = brackets.repeat(300_000).getBytes(StandardCharsets.UTF_8);
    assertTimeout(Duration.ofSeconds(5), () -> refused(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0x1", "0b1", "0o1", "1_1"})
  void refusesNumbersThatPythonWouldNotReadOrWrite(String start) {
    byte[] file = (start + "1".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
    assertTimeout(Duration.ofSeconds(5), () -> refused(file));
  }

  @Test
  void neverQuotesTheFileWhichMayHoldSecrets() {
    for (String text : new String[] {"{'secret': hunter2}", "{'secret': 'hunter2}", "[hunter2'"}) {
      String message = refused(text.getBytes(StandardCharsets.UTF_8)).toString();
      assertFalse(message.contains("hunter2"), message);
    }
  }
}
