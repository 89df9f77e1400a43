package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;

class KeyStatementsTest {

  private static Literal.Dict read(String text) {
    return KeyStatements.read(Source.of("keys", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys.update({1: 'a', 2: 'b'})",
        "\n# Written by Checkmk\n\nkeys.update({1: 'a',\n 2: 'b'}\n)  # done\n",
        "keys . update ( ({1: 'a', 2: 'b'}), )",
        "keys = {1: 'a', 2: 'b'}\n",
        "{1: 'a', 2: 'b'}",
        "keys = {}\nkeys.update({1: 'a'})\n\n# and\nkeys.update({2: 'b'})\n",
        "keys = {1: 'old', 2: 'b'}\nkeys.update({1: 'a'})",
      })
  void readsTheFormsThatAreInUse(String text) {
    assertEquals("{1: 'a', 2: 'b'}", Repr.of(read(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# Created by Checkmk\n"})
  void readsAFileWithoutStatementsAsNoKeys(String text) {
    assertEquals(Literal.Dict.EMPTY, read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "import os; 1:1",
        "keys.clear(); 1:1",
        "keys.update; 1:1",
        "keys.update([]); 1:13",
        "keys.update({}, x=1); 1:17",
        "keys.update({}; 1:12",
        "keys = {}, {}; 1:10",
        "keys == {}; 1:7",
        "keys = {} keys = {}; 1:11",
        "keys = {1: open(2)}; 1:12",
        "keys.update({}).x; 1:16",
      })
  void refusesAllOtherProgramsWithTheirPlace(String text, String place) {
    var refused = assertThrows(ConfigurationException.class, () -> read(text));
    assertEquals("keys:" + place, refused.what().substring(0, refused.what().indexOf(": ")));
  }

  @Test
  void refusesAnIndentedStatement() {
    assertThrows(ConfigurationException.class, () -> read("keys = {}\n keys.update({})\n"));
  }

  @Test
  void writesAFileOfCheckmkBackAsItWas() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/backup_keys.mk")) {
      Source source = Source.decode("keys", Objects.requireNonNull(file).readAllBytes());
      assertEquals(source.text(), source.header() + KeyStatements.print(read(source.text())));
    }
  }
}
