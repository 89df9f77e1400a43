package org.mkbackup.launcher.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppedProcessTest {

  @ParameterizedTest
  @CsvSource({
    "4711 (java) T 1 4711, true",
    "4711 (java) t 1 4711, true",
    "4711 (java) S 1 4711, false",
    "4711 (a) T (b) R 1 4711, false",
    "4711 (, false"
  })
  void isOneThatASignalOrADebuggerStopped(String line, boolean stopped) {
    assertEquals(stopped, StoppedProcess.isStopped(line));
  }
}
