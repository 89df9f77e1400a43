package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.site.SiteName;

class GlobalJobIdTest {
  private static final GlobalJobId JOB =
      GlobalJobId.ofSite("my-host", new SiteName("heute"), new JobId("every-night"));

  @Test
  void knowsTheNamesOfItsFinishedBackups() {
    assertTrue(JOB.isOwn(JOB.complete().value()));
    assertTrue(JOB.isOwn(JOB.generation(Instant.EPOCH).value()));
    assertFalse(JOB.isOwn(JOB.incomplete().value()));
    assertFalse(JOB.isOwn(JOB.complete() + "-set-aside"));
  }

  @Test
  void namesAnEarlierBackupByTheSecondInWhichItWasFinished() {
    BackupId id = JOB.generation(Instant.parse("2026-11-24T02:30:00.999999Z"));

    assertEquals("Check_MK-my+host-heute-every+night-20261124T023000Z", id.value());
    assertTrue(JOB.isGeneration(id.value()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Check_MK-my+host-heute-every+night-complete",
        "Check_MK-my+host-heute-every+night-incomplete",
        "Check_MK-my+host-heute-every+night-20261124T023000Z-kept",
        "Check_MK-my+host-heute-every+night-20261124T023000Z.old",
        "Check_MK-my+host-heute-every+night-2026112T4023000Z",
        "Check_MK-my+host-heute-every+night+2-20261124T023000Z",
        "Check_MK-my+host-heute-every-20261124T023000Z",
        "Check_MK-my+host-heute-every+night",
        "-20261124T023000Z"
      })
  void takesNoOtherNameForThatOfAnEarlierBackup(String name) {
    assertFalse(JOB.isGeneration(name));
  }

  @Test
  void aTimeThatComesAgainGetsTheNextFreeSecond() {
    GlobalJobId job = new GlobalJobId("Check_MK-host-heute-nightly");
    Instant time = Instant.parse("2026-11-24T02:30:00.9Z");
    Set<BackupId> taken = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      assertTrue(taken.add(job.freeGeneration(time, taken)), "it was taken");
    }
    assertTrue(taken.contains(job.generation(time)));
    assertTrue(taken.contains(job.generation(time.plusSeconds(4))));
  }
}
