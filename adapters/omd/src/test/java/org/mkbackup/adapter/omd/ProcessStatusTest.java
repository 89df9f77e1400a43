package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessStatusTest {
  private static final ProcessStatus PING = read("S (sleeping)", "997\t0\t0\t0", "310");

  @Test
  void belongsToTheRealAndToTheEffectiveUser() {
    assertTrue(PING.belongsTo(997));
    assertTrue(PING.belongsTo(0));
    assertFalse(PING.belongsTo(998));
    assertTrue(read("S (sleeping)", "4294967294\t1\t1\t1", "310").belongsTo(4294967294L));
  }

  @Test
  void isNotAliveWhenItOnlyWaitsForItsParent() {
    assertTrue(PING.isAlive());
    assertFalse(read("Z (zombie)", "997\t997\t997\t997", "310").isAlive());
  }

  @Test
  void isInAPipelineOfTheSameGroupAndUserOnly() {
    assertTrue(PING.isInGroupOf(PING));
    assertFalse(PING.isInGroupOf(read("S (sleeping)", "997\t0\t0\t0", "311")));
    assertFalse(PING.isInGroupOf(read("S (sleeping)", "0\t0\t0\t0", "310")));
    ProcessStatus groupless = ProcessStatus.of(List.of("Uid:\t997\t997\t997\t997")).orElseThrow();
    assertFalse(groupless.isInGroupOf(groupless));
  }

  @Test
  void readsWhatTheKernelSaysOfThisProcess() throws IOException {
    ProcessStatus own = ProcessStatus.of(ProcessHandle.current().pid()).orElseThrow();

    int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    assertTrue(own.belongsTo(uid));
    assertTrue(own.isAlive());
    assertTrue(own.isInGroupOf(own));
  }

  @Test
  void isEmptyOnceTheProcessHasEnded() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();

    assertEquals(Optional.empty(), ProcessStatus.of(process.pid()));
  }

  private static ProcessStatus read(String state, String uids, String group) {
    return ProcessStatus.of(
            List.of("Name:\tUid: 5", "State:\t" + state, "Uid:\t" + uids, "NSpgid:\t" + group, ""))
        .orElseThrow();
  }
}
