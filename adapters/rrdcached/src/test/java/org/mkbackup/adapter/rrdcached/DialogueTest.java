package org.mkbackup.adapter.rrdcached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mkbackup.adapter.rrdcached.FakeRrdcached.HANG_UP;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to a daemon, and how its answers are taken. */
class DialogueTest extends WithFakeDaemon {

  @Test
  void suspendsAndResumesByTheRealPath() throws IOException {
    assertEquals(
        List.of("SUSPEND " + rrd("a"), "RESUME " + rrd("a"), "RESUMEALL"),
        read(WithFakeDaemon::obey, "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1 x.rrd already suspended\n",
        "-1 x.rrd not suspended\n",
        "-1 x.rrd - No such file or directory\n",
        "-1 x.rrd - No such file or directory\n" + HANG_UP
      })
  void takesErrorsThatMeanNothing(String answer) throws IOException {
    read(command -> answer, "a", "b", "c", "d", "e");

    assertTrue(log.warnings().isEmpty(), () -> "" + log.warnings());
  }

  @Test
  void readsAllLinesOfAnAnswer() throws IOException {
    UnaryOperator<String> script =
        command -> command.startsWith("SUSPEND") ? "2 lines follow\n-1 one\n-1 two\n" : "0 fine\n";

    read(script, "a", "b");

    assertTrue(log.warnings().isEmpty(), () -> "" + log.warnings());
    assertTrue(log.details().contains("held " + rrd("b")), () -> "" + log.details());
  }

  @Test
  void asksAgainWhenTheDaemonHangsUpOnce() throws IOException {
    Deque<String> answers =
        new ArrayDeque<>(List.of("0 fine\n", "0 fi" + HANG_UP, "0 fine\n", HANG_UP));

    List<String> commands =
        read(command -> answers.isEmpty() ? "0 fine\n" : answers.poll(), "a", "b");

    assertEquals(
        List.of(
            "SUSPEND " + rrd("a"),
            "RESUME " + rrd("a"),
            "RESUME " + rrd("a"),
            "SUSPEND " + rrd("b"),
            "SUSPEND " + rrd("b"),
            "RESUME " + rrd("b"),
            "RESUMEALL"),
        commands);
    assertTrue(log.warnings().isEmpty(), () -> "" + log.warnings());
  }

  @Test
  void sendsNoNameThatCouldBecomeACommand() throws IOException {
    List<String> commands = read(WithFakeDaemon::obey, "a\nFORGET b", "tab\tand\rreturn", "c");

    assertEquals(List.of("SUSPEND " + rrd("c"), "RESUME " + rrd("c"), "RESUMEALL"), commands);
    assertTrue(log.details().get(0).contains("control character"), () -> "" + log.details());
  }

  @Test
  void staysOnTheLineWhileTheDaemonDoes() throws IOException {
    String[] names = IntStream.range(0, 100).mapToObj(each -> "a" + each).toArray(String[]::new);

    read(WithFakeDaemon::obey, names);

    assertEquals(2, connections(), "One for the files, one to release all at the end");
  }
}
