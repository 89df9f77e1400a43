package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mkbackup.adapter.omd.FakeOmd.SITE;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteStatus;

/** What is read from exit codes and output. */
class OmdAnswerTest {
  @TempDir Path root;
  private FakeOmd omd;

  @BeforeEach
  void makeOmd() {
    omd = new FakeOmd(root);
  }

  @ParameterizedTest
  @CsvSource({"0, RUNNING", "1, STOPPED", "2, PARTLY_RUNNING"})
  void takesTheExitCodeOfACommandThatSaysNothing(int code, SiteStatus status) throws IOException {
    assertEquals(status, omd.scripted("exit " + code).status(SITE));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 42, 126, 127, 255})
  void refusesAnUnknownExitCode(int code) throws IOException {
    OmdSiteControl control = omd.scripted("echo OVERALL 0; exit " + code);

    var failure = assertThrows(SiteException.class, () -> control.status(SITE));

    assertTrue(failure.getMessage().contains("" + code), failure.getMessage());
  }

  @Test
  void takesAnErrorForAnErrorThoughItsCodeMeansStopped() throws IOException {
    OmdSiteControl control = omd.scripted("echo 'Traceback: no module omdlib' >&2; exit 1");

    var failure = assertThrows(SiteException.class, () -> control.status(SITE));

    assertTrue(failure.getMessage().contains("no module omdlib"), failure.getMessage());
  }

  @Test
  void quotesTheLastLineWithoutColoursAndControlCharacters() throws IOException {
    OmdSiteControl control =
        omd.scripted("printf 'one\\n\\033[1;31mtwo\\033[0m\\a\\n  \\n' >&2; exit 1");

    var failure = assertThrows(SiteException.class, () -> control.start(SITE));

    assertTrue(failure.what().endsWith(": two?"), failure.what());
  }
}
