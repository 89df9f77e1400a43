package org.mkbackup.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.launcher.console.StopSignal;

class CommandLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "mkbackup bogus|There is no 'mkbackup bogus'",
        "mkbackup job bogus x|There is no 'mkbackup job bogus'",
        "mkbackup jobs all|'all' is one word too many",
        "mkbackup jobs --all|Unknown option: '--all'",
        "mkbackup mount|'mount' needs a verb: add, check, down, list, remove, up",
        "mkbackup job edit a --daily --manual|--daily, --manual are mutually exclusive"
            + " (specify only one)"
      })
  void wrongWordsAreToldAsTheyWereTyped(String words, String says) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

    int code =
        new CommandLines(Map.of("MKBACKUP_CONTEXT", "system"), new StopSignal(), err)
            .run(List.of(words.split(" ")));

    assertEquals(3, code);
    String line = said.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    assertEquals("ERROR: " + says, line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mkbackup jobs", "omd backup a.tar", "worker pack", "nothing"})
  void whateverGoesWrongIsOneLineAndExitCodeThree(String words) {
    Map<String, String> environment =
        mock(
            invocation -> {
              throw new OutOfMemoryError("Java heap space");
            });
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

    int code = new CommandLines(environment, new StopSignal(), err).run(List.of(words.split(" ")));

    assertEquals(3, code);
    List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).matches(".*(Java heap space|Unknown program).*"), lines::toString);
  }
}
