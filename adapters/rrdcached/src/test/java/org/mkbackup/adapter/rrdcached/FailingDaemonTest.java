package org.mkbackup.adapter.rrdcached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mkbackup.adapter.rrdcached.FakeRrdcached.HANG_UP;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Daemons that answer wrong, late, in parts or not at all. */
class FailingDaemonTest extends WithFakeDaemon {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        HANG_UP,
        "garbage\n",
        "0 half a line" + HANG_UP,
        "3 too\nfew\nlines\n" + HANG_UP,
        "-1 Unknown command: SUSPEND\n",
        "-1 Permission denied.\n"
      })
  void givesUpAfterThreeFailuresInARow(String answer) throws IOException {
    List<String> commands =
        read(command -> command.equals("RESUMEALL") ? "0\n" : answer, "a", "b", "c", "d", "e");

    assertTrue(commands.contains("SUSPEND " + rrd("b")), () -> "" + commands);
    assertFalse(commands.contains("SUSPEND " + rrd("d")), () -> "" + commands);
    assertEquals("RESUMEALL", commands.get(commands.size() - 1));
    assertEquals(1, log.warnings().size(), () -> "" + log.warnings());
  }

  @Test
  void saysHowManyFilesWereNotHeldWhenItDidNotGiveUp() throws IOException {
    String failing = "SUSPEND " + rrd("b");
    read(command -> command.equals(failing) ? "-1 Out of memory\n" : "0 fine\n", "a", "b", "c");

    assertEquals(
        List.of("1 RRDs were read while rrdcached may have written to them"), log.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 half a line", "9 lines\none\ntwo\n"})
  void waitsOnlyOnceForADaemonThatDoesNotAnswer(String answer) throws IOException {
    List<String> commands =
        assertTimeout(
            Duration.ofSeconds(10),
            () ->
                read(
                    SHORT, command -> command.equals("RESUMEALL") ? "0\n" : answer, "a", "b", "c"));

    assertEquals(List.of("SUSPEND " + rrd("a"), "RESUMEALL"), commands);
    assertEquals(1, log.warnings().size(), () -> "" + log.warnings());
  }

  @Test
  void warnsWhenAFileMayStayHeldForEver() throws IOException {
    read(SHORT, command -> "", "a");

    assertTrue(log.warnings().get(1).contains(rrd("a").toString()), () -> "" + log.warnings());
  }

  @Test
  void keepsNoAnswerWithoutAnEnd() throws IOException {
    String endless = "0 " + "x".repeat(100_000);

    read(command -> endless + HANG_UP, "a", "b", "c");

    assertTrue(log.warnings().get(0).contains("without an end"), () -> "" + log.warnings());
  }
}
