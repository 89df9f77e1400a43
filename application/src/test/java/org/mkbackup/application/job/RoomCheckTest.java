package org.mkbackup.application.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

class RoomCheckTest {
  private static final Literal.Dict CONFIGURATION =
      Literal.Dict.EMPTY.with("target", Literal.text("nas"));

  private static final Literal.Dict REMOTE =
      Literal.Dict.EMPTY.with(
          "remote", new Literal.Tuple(List.of(Literal.text("shelf"), Literal.Dict.EMPTY)));

  private Literal.Dict job = CONFIGURATION;
  private final BackupStore store = mock();
  private final Prune prune = mock();
  private final RunObserver observer = mock();
  private final List<BackupWriter.Part> parts =
      new ArrayList<>(List.of(part("system"), part("site-heute")));

  private static BackupWriter.Part part(String content) {
    return new BackupWriter.Part(content, (compression, sink, members, log) -> {});
  }

  /* The last backup has 1000 bytes, 900 of them those of a site. */
  private void check(Literal.Dict lastConfiguration) {
    BackupManifest last =
        new BackupManifest(
            "nightly",
            lastConfiguration,
            "vm",
            List.of(
                new StoredArchive("system.tar.gz", 100, "00"),
                new StoredArchive("site-heute.tar.gz", 900, "00")),
            Instant.EPOCH,
            new BackupManifest.Site(new SiteName("heute"), new SiteVersion("2.3.0p1.cre")));
    check(Optional.of(last));
  }

  private void check(Optional<BackupManifest> last) {
    JobRuns.Begun begun =
        new JobRuns.Begun(
            new Job(new JobId("nightly"), job),
            new GlobalJobId("Check_MK-vm-heute-nightly"),
            Optional.empty(),
            new Target(new TargetId("nas"), REMOTE),
            store);
    new RoomCheck(prune).run(begun, last, parts, observer);
  }

  private void room(long bytes) {
    when(store.room()).thenReturn(OptionalLong.of(bytes));
  }

  @Test
  void saysNothingWhereTheLastOneWouldFit() {
    room(1000);
    check(CONFIGURATION);
    verifyNoInteractions(observer, prune);
  }

  @Test
  void saysNothingWhereNobodyKnows() {
    when(store.room()).thenReturn(OptionalLong.empty());
    check(CONFIGURATION);
    room(0);
    check(Optional.empty());
    verifyNoInteractions(observer, prune);
  }

  @Test
  void warnsWhereTheLastOneWouldNotFit() {
    room(999);
    check(CONFIGURATION);
    verify(observer)
        .warn(
            "Target 'nas' has room for 999 B, and the last backup has 1000 B:"
                + " the next one may not fit beside it");
  }

  @Test
  void prunesWhereThereIsNoRoomAndSaysNothingIfThatHelps() {
    room(5);
    doAnswer(
            pruning -> {
              room(1000);
              return null;
            })
        .when(prune)
        .makeRoom(new JobId("nightly"), store, observer);
    check(CONFIGURATION);
    verifyNoInteractions(observer);
  }

  @Test
  void refusesWhereNotEvenATenthWouldFit() {
    room(99);
    TargetException refusal = assertThrows(TargetException.class, () -> check(CONFIGURATION));
    assertEquals("Target 'nas' has room for 99 B, and the last backup has 1000 B", refusal.what());
    assertTrue(refusal.hint().contains("Make room"), refusal::hint);
    verify(prune).makeRoom(any(), any(), any());
  }

  private static Literal.Dict scheduled(Literal time) {
    return CONFIGURATION.with(
        "schedule",
        Literal.Dict.EMPTY
            .with("disabled", Literal.bool(false))
            .with("period", new Literal.Text("day"))
            .with("timeofday", new Literal.Sequence(List.of(time))));
  }

  @Test
  void knowsAConfigurationAgainThatAManifestHasInJson() {
    room(99);
    List<Literal> time = List.of(new Literal.Int(BigInteger.TWO), new Literal.Int(BigInteger.ONE));
    job = scheduled(new Literal.Tuple(time));
    assertThrows(TargetException.class, () -> check(scheduled(new Literal.Sequence(time))));
  }

  @Test
  void onlyWarnsWhereTheJobWasAnotherOneThen() {
    room(99);
    check(CONFIGURATION.with("no_history", Literal.bool(false)));
    verify(observer).warn(any());
  }

  @Test
  void takesNoAccountOfWhatIsLeftOutNow() {
    parts.remove(1);
    room(100);
    check(CONFIGURATION);
    verifyNoInteractions(observer);
  }
}
