package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.text.RawName;

class LinkTextTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "../a",
        "/",
        "//",
        "/a/",
        "a//b",
        "a///b//",
        "./a/.",
        "-f",
        "a b\n",
        "*",
        "%41",
        "../gr\u00c3\u00b6\u00c3\u009fe",
        "gr\u00c3\u00b6\u00c3\u009fe/",
        "/\u00ff//\u00fe/",
        "\u00ff/..",
        "\u00c3\u00a4//"
      })
  void standsAsItWasGiven(String text) throws IOException {
    Path link = directory.resolve("link");
    LinkText.make(link, text);
    assertEquals(text, LinkText.read(link));
    List<String> readlink = List.of("readlink", "-n", link.toString());
    assertEquals(text, latin1(Program.run(Program.NOTHING, readlink)));
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a//"})
  void takesNoOthersPlace(String text) throws IOException {
    Path taken = Files.writeString(directory.resolve("taken"), "content");
    assertThrows(FileAlreadyExistsException.class, () -> LinkText.make(taken, text));
    assertEquals("content", Files.readString(taken));
  }

  @Test
  void isMadeUnderAnyName() throws IOException {
    Path link = RawName.resolve(directory, "\u00ff\u00fe");
    LinkText.make(link, "a//");
    assertEquals("a//", LinkText.read(link));
  }

  @Test
  void saysWhatTheSystemSaid() {
    IOException failure =
        assertThrows(
            IOException.class, () -> LinkText.make(directory.resolve("missing/link"), "a//"));
    assertTrue(
        SystemReason.of(failure).contains("No such file or directory"), SystemReason.of(failure));
  }
}
